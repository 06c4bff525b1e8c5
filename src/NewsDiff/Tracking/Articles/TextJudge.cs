using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Tracking.Metadata;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Judges the text that a visit to an article found.</summary>
internal static class TextJudge
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Compares the text with the current version's.</summary>
    /// <param name="sight">What is known.</param>
    /// <param name="answered">The state after the answer, if the text counts.</param>
    public static Finding Judge(Sight sight, Finding answered)
    {
        Article article = sight.Fetched.Article!;
        Finding settled = answered with
        {
            Memory = answered.Memory with { Held = null, WasCutOff = sight.Fetched.IsCutOff },
        };
        if (sight.Latest is not { } latest)
        {
            return JudgeFirst(sight, settled);
        }

        // A change must show in the default comparison; the host's options only affect the display.
        if (latest.Says(article))
        {
            return SaysTheSame(sight, settled with { Visit = settled.Visit with { HeldHash = null } });
        }

        if (sight.IsHidden || !latest.HasText)
        {
            return JudgeAfterTakedown(sight, settled);
        }

        if (sight.Fetched.ExtractorVersion > latest.ExtractorVersion)
        {
            return JudgeNewReading(sight, settled);
        }

        settled = settled with { Visit = settled.Visit with { HeldHash = null } };
        return VolatilePlaces.AreAllThatDiffers(sight.Memory.Places, latest.Article, article)
            ? SaysTheSame(sight, settled with { Reason = "Only what varies at every visit has changed." })
            : DoubtFinder.Of(sight) is { } doubt ? JudgeDoubt(sight, settled, doubt)
            : JudgeChange(sight, settled, isConfirmed: false);
    }

    /// <summary>Judges the first text of an article.</summary>
    private static Finding JudgeFirst(Sight sight, Finding settled)
    {
        if (sight.SharedWith is { } other)
        {
            return Held(
                sight, new Doubt(DoubtKind.Shared, $"{other.AbsoluteUri} answers with the same strange text."));
        }

        Article article = sight.Fetched.Article!;
        TimeSpan? age = settled.Memory.StatedAge is { } stated
            ? StatedAge.Younger(stated, StatedAge.Of(sight.Now, article.PublishedAt, article.ModifiedAt))
            : null;
        return NewVersion(CheckKind.FirstSeen, settled) with { Memory = settled.Memory with { StatedAge = age } };
    }

    /// <summary>Judges a text that was taken down, or that follows a version whose text was erased.</summary>
    private static Finding JudgeAfterTakedown(Sight sight, Finding settled) => sight.IsHidden
        ? ArticleJudge.SaysTheSame(sight, settled) with { Reason = Finding.HiddenText }
        : NewVersion(CheckKind.Changed, settled);

    private static Finding SaysTheSame(Sight sight, Finding settled)
    {
        VisitMemory memory = settled.Memory;
        Finding same = ArticleJudge.SaysTheSame(sight, settled) with
        {
            Memory = WithPlaces(memory, VolatilePlaces.AfterSight(memory.Places, sight.Fetched.Article!, sight.Now)),
        };
        if (same.Memory.Swing is null)
        {
            return WithMetadata(sight, same);
        }

        (SwingStep step, Swing swing) = memory.Swing!.See(KeyOf(sight), isStored: true, wasSaidBefore: true, sight.Now);
        same = same with { Memory = same.Memory with { Swing = swing } };
        return step == SwingStep.Switch && same.Kind == CheckKind.Unchanged
            ? Alternates(sight, same, swing)
            : WithMetadata(sight, same);
    }

    /// <summary>Adds the changes of metadata.</summary>
    /// <remarks>If the article has just returned, they wait for the next visit: a visit has one event.</remarks>
    private static Finding WithMetadata(Sight sight, Finding same)
    {
        if (sight.Current is not { } current || same.Kind != CheckKind.Unchanged)
        {
            return same;
        }

        (ImmutableArray<MetadataChange> changes, MetadataMemory memory) = MetadataJudge.Judge(
            current, sight.Fetched.Article!, sight.Fetched.ExtractorVersion,
            MetadataMemory.For(sight.Latest!, same.Memory.Metadata), sight.Now);
        return same with
        {
            Metadata = changes,
            Reason = changes.IsEmpty ? same.Reason : "Only the metadata changed.",
            Memory = same.Memory with { Metadata = memory },
        };
    }

    private static Finding JudgeDoubt(Sight sight, Finding settled, Doubt doubt)
    {
        Finding held = Held(sight, doubt);
        bool isConfirmed = held.Memory.Held!.IsConfirmedBy(sight.Memory.Held)
            || (!doubt.IsStrange && sight.Before.HeldHash == ContentHash.Compute(sight.Fetched.Article!));
        if (isConfirmed)
        {
            return JudgeChange(sight, settled, isConfirmed: true);
        }

        bool isUncertain = !doubt.IsOfAnother && held.Memory.Held.IsOldEnough(sight.Now);
        return isUncertain ? JudgeChange(sight, settled, isConfirmed: true) with { Doubt = doubt.Reason } : held;
    }

    /// <summary>Judges a text that is the article's beyond doubt, but differs from the current version.</summary>
    /// <param name="sight">What is known.</param>
    /// <param name="settled">The state after the answer.</param>
    /// <param name="isConfirmed">Whether earlier visits saw it already.</param>
    private static Finding JudgeChange(Sight sight, Finding settled, bool isConfirmed)
    {
        ArticleVersion latest = sight.Latest!;
        Swing before = settled.Memory.Swing ?? BeginSwing(sight);
        (SwingStep step, Swing swing) = before.See(KeyOf(sight), isStored: false, sight.WasSaidBefore, sight.Now);
        Finding seen = settled with { Memory = settled.Memory with { Swing = swing } };
        switch (step)
        {
            case SwingStep.Switch:
                return Alternates(sight, seen, swing);

            case SwingStep.Same when swing.Alternates:
                return ArticleJudge.SaysTheSame(sight, seen) with
                {
                    Reason = "It still shows another of the texts that it alternates between.",
                    Switches = swing.Returns,
                };

            // A page that alternates between two servers, one of them outdated, often returns for the first time here.
            case SwingStep.Return when !isConfirmed && sight.Now - latest.SeenAt < Day
                && DoubtFinder.AreOfOtherLength(latest.Article, sight.Fetched.Article!):
                var doubt = new Doubt(DoubtKind.Returned, "It has the same text as before the last change.");
                Finding held = Held(sight, doubt);
                return held with { Memory = held.Memory with { Swing = swing } };

            default:
                return Changed(sight, seen, isOld: step != SwingStep.New);
        }
    }

    /// <summary>A new version.</summary>
    /// <param name="sight">What is known.</param>
    /// <param name="seen">The state after the answer.</param>
    /// <param name="isOld">Whether an earlier version has the text.</param>
    private static Finding Changed(Sight sight, Finding seen, bool isOld)
    {
        Finding changed = NewVersion(CheckKind.Changed, seen);

        // An earlier text that returns is a version but not news: it must not make visits more frequent.
        return changed with
        {
            Visit = isOld
                ? changed.Visit with { LastChangedAt = sight.Before.LastChangedAt }
                : changed.Visit,
            Memory = WithPlaces(
                changed.Memory,
                VolatilePlaces.AfterChange(
                    changed.Memory.Places, sight.Latest!.Article, sight.Fetched.Article!, sight.Now)),
        };
    }

    /// <summary>The memory, with other minor places.</summary>
    /// <remarks>Texts are compared without them, so that those seen before can no longer be recognised.</remarks>
    private static VisitMemory WithPlaces(VisitMemory memory, ImmutableArray<VolatilePlace> places) => memory with
    {
        Places = places,
        Swing = VolatilePlaces.AreSame(memory.Places, places) ? memory.Swing : null,
    };

    private static Finding Alternates(Sight sight, Finding seen, Swing swing) => seen with
    {
        Kind = CheckKind.Oscillating,
        Switches = swing.Returns,
        BeginsToAlternate = sight.Memory.Swing is not { Alternates: true },
        Reason = string.Create(
            CultureInfo.InvariantCulture,
            $"The page alternates between texts that it had before; it went back {swing.Returns} times.")
            + (swing.IsHeadlineTest ? " Only the headline differs: the publisher seems to test headlines." : ""),
    };

    /// <summary>Judges a page that a newer extractor reads differently.</summary>
    /// <remarks>
    /// The difference may be the extractor's doing. If the page of the current version is kept, the new extractor reads
    /// it again, and the two readings are compared. Otherwise the first reading is only remembered, and a later
    /// difference from that is a change; an edit made in between is seen with the next one. The remembered reading
    /// names its extractor: readings of other extractors, and doubtful texts, are not compared.
    /// </remarks>
    private static Finding JudgeNewReading(Sight sight, Finding settled)
    {
        string? held = sight.Before.HeldHash;
        int extractor = sight.Fetched.ExtractorVersion;
        string reading = NameOf(extractor) + ContentHash.Compute(sight.Fetched.Article!);
        bool isEdited = sight.LatestReadAgain is { } before
            ? !before.HasSameContentAs(sight.Fetched.Article!)
            : held != reading && IsReadBy(held, extractor);
        return isEdited
            ? Changed(sight, settled with { Visit = settled.Visit with { HeldHash = null } }, isOld: false)
            : WithMetadata(sight, ArticleJudge.SaysTheSame(sight, settled) with
            {
                Visit = settled.Visit with { HeldHash = reading },
                Reason = "A newer extractor reads the page differently, which does not count as a change.",
            });
    }

    /// <summary>Whether a remembered reading is that of an extractor.</summary>
    /// <param name="held">The visit's <see cref="Visit.HeldHash"/>.</param>
    /// <param name="extractorVersion">The extractor's version.</param>
    public static bool IsReadBy(string? held, int extractorVersion) =>
        held?.StartsWith(NameOf(extractorVersion), StringComparison.Ordinal) == true;

    private static string NameOf(int extractorVersion) =>
        string.Create(CultureInfo.InvariantCulture, $"extractor {extractorVersion}: ");

    /// <summary>Holds a doubtful text until the next visit; the article keeps its text and address.</summary>
    private static Finding Held(Sight sight, Doubt doubt)
    {
        string sketch = TextSketch.Write(TextSketch.Of(sight.Fetched.Article!));
        HeldText held = HeldText.See(sight.Memory.Held, doubt, sketch, sight.Now);
        string reason = doubt.Reason + (doubt.IsOfAnother ? " It is not a version of this one."
            : doubt.IsStrange ? " It counts as a change when three visits find it, the last on another day."
            : " It counts as a change when the next visit finds the same.");
        Visit visit = sight.Before with
        {
            LastVisitedAt = sight.Now,
            LastStatus = sight.Fetched.Status,
            LastReason = reason,
            Failures = 0,
            Validators = null,
            HeldHash = null,
        };
        return new Finding(CheckKind.Failed, visit)
        {
            Reason = reason,
            ConfirmIn = held.NextSight,
            Memory = sight.Memory with { Held = held, GoneAt = null },
        };
    }

    private static Swing BeginSwing(Sight sight)
    {
        Article before = VolatilePlaces.Without(sight.Memory.Places, sight.Latest!.Article);
        return Swing.Begin(SwingText.Of(before, sight.Now), sight.Now) with
        {
            Returns = sight.IsLatestRepeated ? 1 : 0,
        };
    }

    private static SwingText KeyOf(Sight sight) =>
        SwingText.Of(VolatilePlaces.Without(sight.Memory.Places, sight.Fetched.Article!), sight.Now);

    private static Finding NewVersion(CheckKind kind, Finding answered) => answered with
    {
        Kind = kind,
        Visit = answered.Visit with { LastChangedAt = answered.Visit.LastVisitedAt, HeldHash = null },
    };
}

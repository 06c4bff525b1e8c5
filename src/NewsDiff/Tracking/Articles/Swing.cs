using System.Collections.Immutable;

namespace NewsDiff.Tracking.Articles;

/// <summary>The texts that a page has shown, and whether it alternates between them.</summary>
/// <remarks>
/// Causes are a server with an outdated copy, a paywall that is sometimes open, or a test of headlines. A page that
/// returned to an earlier text twice alternates, however many visits see each text.
/// </remarks>
internal sealed record Swing
{
    /// <summary>The number of returns that make a page alternate; one may be a withdrawn correction.</summary>
    private const int ReturnsToAlternate = 2;

    /// <summary>The number of remembered texts: the shown one and ten others.</summary>
    private const int MostTexts = 11;

    /// <summary>A text has settled after this many times the longest earlier stay.</summary>
    private const int LongerThanBefore = 4;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long a text is remembered after it was last shown.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    /// <summary>The longest time until a text has settled.</summary>
    private static readonly TimeSpan LongestUnsettled = TimeSpan.FromDays(14);

    /// <summary>The texts, the shown one first.</summary>
    public ImmutableArray<SwingText> Texts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The time since which the page shows the first text.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The longest time for which a text was shown between two others.</summary>
    public TimeSpan LongestStay { get; init; }

    /// <summary>How often the page went back to an earlier text.</summary>
    public int Returns { get; init; }

    /// <summary>Whether it only alternates between headlines over the same body, within hours.</summary>
    public bool IsHeadlineTest { get; init; }

    /// <summary>Whether the page alternates.</summary>
    public bool Alternates => Returns >= ReturnsToAlternate;

    /// <summary>Begins the record of a page that changes for the first time.</summary>
    /// <param name="before">The text until now.</param>
    /// <param name="now">The time of the visit.</param>
    public static Swing Begin(SwingText before, DateTimeOffset now) => new() { Texts = [before], Since = now };

    /// <summary>What a sight means, and the texts after it.</summary>
    /// <param name="seen">The text that the page shows.</param>
    /// <param name="isStored">Whether it is the text of the latest version.</param>
    /// <param name="wasSaidBefore">Whether an earlier version has this text, as far as the store was asked.</param>
    /// <param name="now">The time of the visit.</param>
    public (SwingStep Step, Swing Next) See(SwingText seen, bool isStored, bool wasSaidBefore, DateTimeOffset now)
    {
        if (Texts is [var shown, ..] && shown.Key == seen.Key)
        {
            return !isStored && Alternates && now - Since >= TimeToSettle
                ? (SwingStep.Settled, this with { Returns = 0, IsHeadlineTest = false })
                : (SwingStep.Same, this);
        }

        bool isKnown = wasSaidBefore || Texts.Any(text => text.Key == seen.Key && now - text.SeenAt <= Forgotten);
        TimeSpan stay = now - Since;
        Swing next = this with
        {
            Texts = [seen, .. Texts.Where(text => text.Key != seen.Key)
                .Select((text, index) => index == 0 ? text with { SeenAt = now } : text)
                .Where(text => now - text.SeenAt <= Forgotten)
                .Take(MostTexts - 1)],
            Since = now,
            Returns = isKnown ? Returns + 1 : 0,
            LongestStay = isKnown && stay > LongestStay ? stay : isKnown ? LongestStay : TimeSpan.Zero,
            IsHeadlineTest = isKnown && stay <= Day && Texts is [{ Body: var body }, ..] && body == seen.Body,
        };
        return (!isKnown ? SwingStep.New : next.Alternates ? SwingStep.Switch : SwingStep.Return, next);
    }

    /// <summary>The texts as of a time: none was seen later than that.</summary>
    public Swing AsOf(DateTimeOffset now) => this with
    {
        Since = Since > now ? now : Since,
        Texts = [.. Texts.Select(text => text.SeenAt > now ? text with { SeenAt = now } : text)],
    };

    private TimeSpan TimeToSettle
    {
        get
        {
            TimeSpan longer = LongestStay * LongerThanBefore;
            return longer < Day ? Day : longer > LongestUnsettled ? LongestUnsettled : longer;
        }
    }
}

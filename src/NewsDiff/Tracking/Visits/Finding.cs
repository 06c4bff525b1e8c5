using System.Collections.Immutable;

namespace NewsDiff.Tracking.Visits;

/// <summary>The findings of a visit to an article, before anything is written.</summary>
/// <param name="Kind">The outcome.</param>
/// <param name="Visit">The new state, not yet scheduled.</param>
internal sealed record Finding(CheckKind Kind, Visit Visit)
{
    /// <summary>Why, in a sentence for people, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>When it must be seen again to count; null when it counts, or may wait.</summary>
    public TimeSpan? ConfirmIn { get; init; }

    /// <summary>Why the version to store may be a reading error; null for no doubt.</summary>
    public string? Doubt { get; init; }

    /// <summary>What to remember.</summary>
    public VisitMemory Memory { get; init; } = new();

    /// <summary>How often the page has switched between its texts; 0 when it does not alternate.</summary>
    public int Switches { get; init; }

    /// <summary>Whether this visit is the first to find that the page alternates.</summary>
    public bool BeginsToAlternate { get; init; }

    /// <summary>Why a text that was taken down makes no version.</summary>
    public const string HiddenText = "It shows a text that was taken down, which is not stored again.";

    /// <summary>The changes of metadata.</summary>
    public ImmutableArray<MetadataChange> Metadata { get; init; } = [];

    /// <summary>Whether to store a version.</summary>
    public bool IsVersion => Kind is CheckKind.FirstSeen or CheckKind.Changed;

    /// <summary>The finding for a text that was taken down from the store.</summary>
    public Finding AsHidden() => this with { Kind = CheckKind.Unchanged, Reason = HiddenText, Doubt = null };
}

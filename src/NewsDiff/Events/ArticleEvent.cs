using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Events;

/// <summary>Something that happened to an article, as the event log keeps it.</summary>
/// <remarks>Equality compares the changes of metadata by reference.</remarks>
public sealed record ArticleEvent
{
    /// <summary>Its id, which is the same in every delivery.</summary>
    /// <remarks>Handlers recognise by it what they have handled already.</remarks>
    public required Guid Id { get; init; }

    /// <summary>Its place in the log.</summary>
    public required EventCursor Cursor { get; init; }

    /// <summary>What happened.</summary>
    public required ArticleEventKind Kind { get; init; }

    /// <summary>The article's id in its store.</summary>
    public required string ArticleId { get; init; }

    /// <summary>When it was noticed, in UTC to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The version that was stored or taken down, otherwise the latest one; 0 for none.</summary>
    public int Number { get; init; }

    /// <summary>The host name of the article's address; empty when unknown.</summary>
    public string Host { get; init; } = "";

    /// <summary>After a merge, the id of the article that remains; otherwise null.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Why, in a sentence for people; null when there is nothing to explain.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it, as they named themselves; null for what a tracker noticed.</summary>
    /// <remarks>
    /// Of such events handlers hear only takedowns, and nothing of imported versions and repeated runs.
    /// </remarks>
    public string? By { get; init; }

    /// <summary>The changes of metadata; empty for other events. The default is empty.</summary>
    /// <remarks>A takedown of the version erases them.</remarks>
    public ImmutableArray<MetadataChange> Metadata { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Describes it for people, such as <c>Vanished from its address.</c></summary>
    /// <returns>A sentence in English, without the <see cref="Reason"/>.</returns>
    public string Describe() => Kind switch
    {
        ArticleEventKind.FirstSeen => "Seen for the first time.",
        ArticleEventKind.Changed => "Its text changed.",
        ArticleEventKind.Vanished => "Vanished from its address.",
        ArticleEventKind.Returned => "Came back with the same text.",
        ArticleEventKind.Merged => "Merged into another article.",
        ArticleEventKind.Hidden => "A version was taken down.",
        ArticleEventKind.Oscillating => "Alternates between texts that are all kept.",
        ArticleEventKind.MetadataChanged => "Its metadata changed; its text did not.",
        ArticleEventKind.Pruned => "Texts of old versions were erased to save space.",
        _ => $"{Kind}.",
    };

    /// <summary>The event in one line, such as <c>Changed ferry: version 2</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind} {ArticleId}: version {Number}");
}

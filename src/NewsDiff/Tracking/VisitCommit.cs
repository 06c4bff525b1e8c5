using System.Collections.Immutable;
using NewsDiff.Events;

namespace NewsDiff.Tracking;

/// <summary>The findings of a visit to an article, to be written in one transaction.</summary>
/// <remarks>Equality compares the changes of metadata by reference.</remarks>
public sealed record VisitCommit
{
    /// <summary>The next visit, with the claim under which this one was made.</summary>
    public required Visit Visit { get; init; }

    /// <summary>When it was found.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The version to append; null for none.</summary>
    /// <remarks>The store writes its event, first seen or changed.</remarks>
    public VersionDraft? Draft { get; init; }

    /// <summary>What happened, if it is not a version; null for nothing. The default is null.</summary>
    public ArticleEventKind? Event { get; init; }

    /// <summary>The changes of metadata, which become the event's. The default is empty.</summary>
    /// <remarks>The store writes no such event when the latest version has no text any more.</remarks>
    public ImmutableArray<MetadataChange> Metadata { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The id of the article that remains after a merge. The default is null.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Who made it, if not a tracker of today; null, the default, otherwise.</summary>
    /// <remarks>It becomes <see cref="ArticleEvent.By"/>; handlers are not called for such an event.</remarks>
    public string? By { get; init; }

    /// <summary>Why, in a sentence for people; it becomes the event's reason. The default is null.</summary>
    public string? Reason { get; init; }
}

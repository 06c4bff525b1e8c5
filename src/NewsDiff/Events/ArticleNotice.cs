namespace NewsDiff.Events;

/// <summary>An event of an article, with the versions that it concerns.</summary>
/// <remarks>Equality compares the change, and changes of metadata, by reference.</remarks>
public sealed record ArticleNotice
{
    /// <summary>What happened, with the id that is the same in every delivery.</summary>
    public required ArticleEvent Event { get; init; }

    /// <summary>The change; null unless the event is one.</summary>
    public ArticleChange? Change { get; init; }

    /// <summary>The version that the event names; null when there is none.</summary>
    public ArticleVersion? Version { get; init; }
}

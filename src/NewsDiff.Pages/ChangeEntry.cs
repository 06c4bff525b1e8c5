using NewsDiff.Events;

namespace NewsDiff.Pages;

/// <summary>A change, or something else that happened to an article.</summary>
public sealed record ChangeEntry
{
    /// <summary>Makes the entry of a change.</summary>
    /// <param name="change">The change.</param>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public ChangeEntry(ArticleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Change = change;
    }

    /// <summary>Makes the entry of an event.</summary>
    /// <param name="notice">The event, with a version whose headline is shown if it has one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="notice"/> is null.</exception>
    public ChangeEntry(ArticleNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        Notice = notice;
        Change = notice.Change;
    }

    /// <summary>The change; null for other events.</summary>
    public ArticleChange? Change { get; }

    /// <summary>The event; null for a change that was given without one.</summary>
    public ArticleNotice? Notice { get; }

    /// <summary>When it was seen, or noticed.</summary>
    internal DateTimeOffset At => Change?.After.SeenAt ?? Notice!.Event.At;

    /// <summary>The name of the article's group; null for the host of its address.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Source { get; init; }
}

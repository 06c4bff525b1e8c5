using System.Collections.Immutable;
using NewsDiff.Classification;
using NewsDiff.Events;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications;

/// <summary>What people are told about one event.</summary>
/// <remarks>Equality compares its arrays, and the notice, by reference.</remarks>
public sealed record Notification
{
    /// <summary>The event's id, which is the same if the notification comes again.</summary>
    public required Guid Id { get; init; }

    /// <summary>What happened.</summary>
    public required ArticleEventKind Kind { get; init; }

    /// <summary>When it was noticed, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The host name of the article's site; empty when unknown.</summary>
    public required string Site { get; init; }

    /// <summary>The current headline; the article's id when no version is known.</summary>
    public required string Title { get; init; }

    /// <summary>Where the article is; null when no version is known.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where the two versions are compared; null for nowhere.</summary>
    /// <remarks><see cref="NotificationOptions.ComparisonPattern"/> makes it.</remarks>
    public Uri? ComparisonUrl { get; init; }

    /// <summary>What happened, in a few words, such as <c>12 words added; headline changed</c>.</summary>
    public required string Summary { get; init; }

    /// <summary>The most telling passage in plain text; empty unless the event is a change.</summary>
    /// <remarks>Its marks are <c>[old → new]</c>, <c>[−old]</c> and <c>[+new]</c>.</remarks>
    public string Excerpt => Passage.Write(MarkStyle.Plain);

    /// <summary>The classes of the change, each once; empty unless the event is a change.</summary>
    public ImmutableArray<ChangeClass> Classes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How much the change matters, 0 to 100; null unless the event is a change.</summary>
    public int? Significance { get; init; }

    /// <summary>The event with its versions.</summary>
    public required ArticleNotice Notice { get; init; }

    /// <summary>The picture of the change; null for none.</summary>
    /// <remarks><see cref="NotificationOptions.DrawPicture"/> draws it when it is first asked for.</remarks>
    public NotificationPicture? Picture => Drawing?.Value;

    internal Lazy<NotificationPicture?>? Drawing { get; init; }

    internal MarkedPassage Passage { get; init; } = MarkedPassage.None;
}

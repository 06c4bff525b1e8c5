using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsDiff.Classification;
using NewsDiff.Events;
using NewsDiff.Rendering;

namespace NewsDiff.Notifications.Messages;

/// <summary>Makes notifications of events.</summary>
/// <param name="comparisonPattern">The pattern of comparisons' addresses; null for none.</param>
/// <param name="draw">Draws the picture of a change; null for no pictures.</param>
/// <param name="log">Where a picture that cannot be drawn is told.</param>
internal sealed class NotificationComposer(
    string? comparisonPattern, Func<ArticleChange, NotificationPicture?>? draw = null, ILogger? log = null)
{
    /// <summary>Makes the notification of an event.</summary>
    public Notification Compose(ArticleNotice notice)
    {
        ChangeClasses? classes = notice.Change is { } change ? ChangeClassifier.Classify(change) : null;
        Article? article = notice.Version?.Article;
        return new Notification
        {
            Id = notice.Event.Id,
            Kind = notice.Event.Kind,
            At = notice.Event.At,
            Site = notice.Event.Host,
            Title = string.IsNullOrWhiteSpace(article?.Title) ? notice.Event.ArticleId : article.Title,
            Url = article?.Url,
            ComparisonUrl = notice.Change is null ? null : LinkTo(notice.Change),
            Summary = Summarize(notice),
            Classes = classes is null ? [] : [.. classes.Labels.Select(label => label.Class).Distinct().Order()],
            Significance = classes?.Significance,
            Notice = notice,
            Drawing = draw is null || notice.Change is null
                ? null
                : new Lazy<NotificationPicture?>(() => Draw(notice.Event.Id, notice.Change)),
            Passage = classes is null ? MarkedPassage.None : TellingPassage.Of(notice.Change!.Diff, classes),
        };
    }

    private static string Summarize(ArticleNotice notice) => notice switch
    {
        { Change: { } change } => ChangeSummary.Write(change.Diff),
        { Event.Reason: { Length: > 0 } reason } => $"{notice.Event.Describe()} {reason}",
        _ => notice.Event.Describe(),
    };

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails in a host's code, the change is told.")]
    private NotificationPicture? Draw(Guid @event, ArticleChange change)
    {
        try
        {
            return draw!(change);
        }
        catch (Exception exception)
        {
            log?.PictureNotDrawn(@event, exception);
            return null;
        }
    }

    private Uri? LinkTo(ArticleChange change) => comparisonPattern is null
        ? null
        : new Uri(comparisonPattern
            .Replace("{article}", Uri.EscapeDataString(change.ArticleId), StringComparison.Ordinal)
            .Replace("{before}", Text(change.Before.Number), StringComparison.Ordinal)
            .Replace("{after}", Text(change.After.Number), StringComparison.Ordinal));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

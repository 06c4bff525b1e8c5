using NewsDiff.Events;
using NewsDiff.Hosting;

namespace NewsDiff.Samples.OwnHost;

/// <summary>Posts new headlines, and articles that vanished.</summary>
public sealed class PostHeadlines(IChat chat) : IArticleChangeHandler
{
    /// <inheritdoc/>
    public async ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
    {
        if (Describe(notice) is { } text)
        {
            await chat.PostAsync(notice.Event.Id, text, cancellationToken);
        }
    }

    /// <summary>Is not called: changes come as notices too.</summary>
    public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>What to post about a change; null for nothing.</summary>
    public static string? Describe(ArticleChange change) =>
        change.Before.Article.Title == change.After.Article.Title
            ? null
            : $"{change.Before.Article.Title} → {change.After.Article.Title}";

    private static string? Describe(ArticleNotice notice) => notice switch
    {
        { Change: { } change } => Describe(change),
        { Event.Kind: ArticleEventKind.Vanished, Version: { } version } => $"Gone: {version.Article.Title}",
        _ => null,
    };
}

using NewsDiff.Classification;
using NewsDiff.Events;
using NewsDiff.Pages;
using NewsDiff.Rendering;

namespace NewsDiff.AspNetCore.Api;

/// <summary>Makes the items of lists from the entries of pages.</summary>
/// <param name="site">The address of the site; null when unknown.</param>
/// <param name="links">The links of its pages.</param>
internal sealed class ApiItems(Uri? site, IPageLinks links)
{
    internal ApiArticle Of(ArticleEntry entry) => new()
    {
        Id = entry.Latest.ArticleId,
        Url = entry.Latest.Article.Url,
        Title = entry.Latest.HasText ? entry.Latest.Article.Title : null,
        Source = entry.Source,
        FirstSeenAt = entry.FirstSeenAt,
        ChangedAt = entry.Latest.SeenAt,
        Versions = entry.Latest.Number,
        Page = AddressOf(PageAddress.Article(entry.Latest.ArticleId)),
    };

    internal ApiChange Of(ChangeEntry entry) =>
        entry.Change is { } change ? Of(change, entry.Source) : Of(entry.Notice!, entry.Source);

    internal static ApiArticleDetails DetailsOf(ArticlePage page) => new()
    {
        Id = page.Facts.ArticleId,
        Url = page.Facts.Url,
        Source = page.Facts.Source,
        FirstSeenAt = page.Facts.FirstSeenAt,
        LastCheckedAt = page.Facts.LastCheckedAt,
        NextCheckAt = page.Facts.NextCheckAt,
        Trouble = page.Facts.Trouble,
        Versions = [.. page.History.Versions.Select(ApiVersion.Of)],
        Events = [.. page.Events.Select(ApiEvent.Of)],
    };

    private ApiChange Of(ArticleChange change, string? source)
    {
        ChangeClasses classes = ChangeClassifier.Classify(change);
        return new ApiChange
        {
            Kind = nameof(ArticleEventKind.Changed),
            At = change.After.SeenAt,
            ArticleId = change.ArticleId,
            Url = change.After.Article.Url,
            Title = change.After.Article.Title,
            Source = source,
            Before = change.Before.Number,
            Version = change.After.Number,
            Summary = ChangeSummary.Write(change.Diff),
            Classes = [.. classes.Labels.Select(label => label.Class.ToString()).Distinct()],
            Significance = classes.Significance,
            Page = AddressOf(PageAddress.Comparison(change.ArticleId, change.Before.Number, change.After.Number)),
        };
    }

    private ApiChange Of(ArticleNotice notice, string? source) => new()
    {
        Kind = notice.Event.Kind.ToString(),
        At = notice.Event.At,
        ArticleId = notice.Event.ArticleId,
        Url = notice.Version?.Article.Url,
        Title = notice.Version is { HasText: true } version ? version.Article.Title : null,
        Source = source,
        Before = null,
        Version = notice.Event.Number,
        Summary = notice.Event.Describe(),
        Classes = [],
        Significance = null,
        Page = AddressOf(PageAddress.Article(notice.Event.ArticleId)),
    };

    private Uri? AddressOf(PageAddress page) =>
        site is null ? null : new Uri(site, links.LinkTo(page, PageAddress.Changes()));
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NewsDiff.Feeds;

namespace NewsDiff.Testing;

/// <summary>Articles, versions and changes to test with, the same each time.</summary>
/// <remarks>Edit an article by <c>with</c>, such as <c>article with { Title = "Ferry late" }</c>.</remarks>
public static class SampleNews
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes an article of five paragraphs.</summary>
    /// <remarks>
    /// The text is chosen by the headline, so that two headlines are two stories. It is long enough that a tracker
    /// takes a new headline, or a rewritten paragraph, for a change at first sight.
    /// </remarks>
    /// <param name="title">The headline.</param>
    /// <param name="url">The address; null, the default, for one of <c>news.example</c> made of the headline.</param>
    /// <returns>The article, in English, published in the ten hours before noon of 3 May 2026 (UTC).</returns>
    [SuppressMessage("Globalization", "CA1308", Justification = "Addresses are in lower case.")]
    public static Article Article(string title = "Ferry stops for the winter", Uri? url = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        var text = new SampleText(title);
        string name = string.Join(
            '-', title.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new Article
        {
            Url = url ?? new Uri($"https://news.example/{Uri.EscapeDataString(name)}"),
            Title = title,
            Paragraphs = [.. Enumerable.Range(0, 5).Select(_ => text.NextParagraph())],
            Authors = ["Ann Writer"],
            PublishedAt = ArticleDate.FromDateTimeOffset(Noon.AddMinutes(-1 - text.Next(600))),
            Language = "en",
            SiteName = "The Example",
        };
    }

    /// <summary>Makes the versions of one article, seen an hour apart.</summary>
    /// <remarks>
    /// The first is seen at noon of 3 May 2026 (UTC), when a <see cref="ManualTimeProvider"/> begins.
    /// </remarks>
    /// <param name="articles">What the page said, the oldest first; each must differ from the one before.</param>
    /// <returns>The versions, numbered from 1; the article's id is the first address.</returns>
    /// <exception cref="ArgumentException">There is none, or two in a row say the same.</exception>
    public static ImmutableArray<ArticleVersion> Versions(params Article[] articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        if (articles.Length == 0)
        {
            throw new ArgumentException("An article has at least one version.", nameof(articles));
        }

        List<ArticleVersion> versions = [];
        foreach (Article article in articles)
        {
            AppendResult next = new VersionDraft
            {
                ArticleId = articles[0].Url.AbsoluteUri,
                Article = article,
                SeenAt = Noon.AddHours(versions.Count),
            }.ApplyTo(versions.LastOrDefault());
            versions.Add(next.IsAppended ? next.Head! : throw new ArgumentException(
                $"Article {versions.Count + 1} says the same as the one before: {article}.", nameof(articles)));
        }

        return [.. versions];
    }

    /// <summary>Makes the change from one article to another, as handlers and renderers get it.</summary>
    /// <param name="before">What the page said.</param>
    /// <param name="after">What it says an hour later.</param>
    /// <returns>The change from version 1 to version 2.</returns>
    /// <exception cref="ArgumentException">Both say the same.</exception>
    public static ArticleChange Change(Article before, Article after)
    {
        ImmutableArray<ArticleVersion> versions = Versions(before, after);
        return new ArticleChange(versions[0], versions[1]);
    }

    /// <summary>Makes the entry that announces an article in a feed.</summary>
    /// <param name="article">The article.</param>
    /// <returns>An entry with the article's address, as its id too, title, authors and time.</returns>
    public static FeedEntry Entry(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new FeedEntry
        {
            Link = article.Url,
            Id = article.Url.AbsoluteUri,
            Title = article.Title,
            Summary = article.Summary,
            Authors = article.Authors,
            PublishedAt = article.PublishedAt,
        };
    }
}

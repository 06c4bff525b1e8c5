using System.Collections.Immutable;
using System.ServiceModel.Syndication;
using System.Xml;

namespace NewsDiff.Feeds.Reading;

/// <summary>Converts a feed that the host read with <c>System.ServiceModel.Syndication</c>.</summary>
internal static class SyndicationFeedReader
{
    internal static Feed Read(SyndicationFeed feed)
    {
        (string title, string? titleHtml) = Text(feed.Title);
        return new Feed
        {
            Title = title,
            TitleHtml = titleHtml,
            Link = Link(feed.Links, "alternate", feed.BaseUri),
            Id = feed.Id,
            Language = string.IsNullOrWhiteSpace(feed.Language) ? null : feed.Language,
            SelfUrl = Link(feed.Links, "self", feed.BaseUri),
            Hubs = [.. feed.Links.Where(link => link.RelationshipType == "hub")
                .Select(link => Resolve(link, feed.BaseUri))
                .OfType<Uri>()],
            UpdateInterval = feed.TimeToLive,
            Entries = [.. feed.Items.Select(item => Read(item, feed.BaseUri))],
        };
    }

    private static FeedEntry Read(SyndicationItem item, Uri? feedBase)
    {
        (string title, string? titleHtml) = Text(item.Title);

        // RSS descriptions hold HTML, which the platform treats as plain text.
        string summary = FeedText.FromHtml(item.Summary?.Text);
        return new FeedEntry
        {
            Link = Link(item.Links, "alternate", item.BaseUri ?? feedBase) ?? FeedLink.FromId(item.Id),
            Id = item.Id,
            Title = title,
            TitleHtml = titleHtml,
            Summary = summary.Length == 0 ? null : summary,
            Authors = Names(item.Authors.Select(person => person.Name ?? person.Email)),
            Categories = Names(item.Categories.Select(category => category.Label ?? category.Name)),
            PublishedAt = Date(() => item.PublishDate),
            UpdatedAt = Date(() => item.LastUpdatedTime),
        };
    }

    /// <summary>Reads a date, which the platform parses on access; null when it cannot.</summary>
    private static ArticleDate? Date(Func<DateTimeOffset> read)
    {
        try
        {
            DateTimeOffset date = read();
            return date == default ? null : ArticleDate.FromDateTimeOffset(date);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static (string Text, string? Html) Text(TextSyndicationContent? content) => content switch
    {
        null or { Text: null } => ("", null),
        { Type: "text" } => (FeedText.Collapse(content.Text), null),
        _ => (FeedText.FromHtml(content.Text), content.Text.AsSpan().ContainsAny('<', '&') ? content.Text : null),
    };

    private static Uri? Link(IEnumerable<SyndicationLink> links, string relation, Uri? baseUrl) => links
        .Where(link => (link.RelationshipType ?? "alternate") == relation)
        .Select(link => Resolve(link, baseUrl))
        .FirstOrDefault(url => url is not null);

    private static Uri? Resolve(SyndicationLink link, Uri? feedBase)
    {
        if (link.Uri is null)
        {
            return null;
        }

        Uri? baseUrl = link.BaseUri ?? feedBase;
        return baseUrl is null
            ? FeedLink.FromId(link.Uri.OriginalString)
            : FeedLink.Resolve(link.Uri.OriginalString, baseUrl);
    }

    private static ImmutableArray<string> Names(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
}

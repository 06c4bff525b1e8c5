using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Output;

/// <summary>The content of a feed, for people or for programs.</summary>
internal static class FeedReport
{
    internal static string ToText(FeedView view)
    {
        var text = new StringBuilder();
        if (view.Feed is { } feed)
        {
            Write(text, feed);
        }

        foreach (IGrouping<FeedPlace, FoundFeed> place in view.Others.GroupBy(found => found.Place))
        {
            text.Append(place.Key switch
            {
                FeedPlace.Page => "This page names these feeds:\n",
                FeedPlace.CommonPlace => "This page names no feed, but there is one at a common place:\n",
                _ => "These sitemaps are named:\n",
            });
            foreach (FoundFeed found in place)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {Printable.Of(found.Url.AbsoluteUri)}\n");
            }
        }

        return text.ToString();
    }

    internal static string ToJson(FeedView view) => JsonLine.Of(json =>
    {
        json.WriteString("url", view.Url.AbsoluteUri);
        JsonLine.WriteAll(json, "feeds", AddressesOf(view, isSitemap: false));
        JsonLine.WriteAll(json, "sitemaps", AddressesOf(view, isSitemap: true));
        if (view.Feed is not { } feed)
        {
            return;
        }

        json.WriteString("title", feed.Title);
        json.WriteString("link", feed.Link?.AbsoluteUri);
        json.WriteString("id", feed.Id);
        json.WriteString("language", feed.Language);
        JsonLine.WriteAll(json, "hubs", feed.Hubs.Select(hub => hub.AbsoluteUri));
        json.WriteStartArray("entries");
        foreach (FeedEntry entry in feed.Entries)
        {
            Write(json, entry);
        }

        json.WriteEndArray();
    });

    private static IEnumerable<string> AddressesOf(FeedView view, bool isSitemap) =>
        view.Others.Where(found => (found.Place == FeedPlace.Robots) == isSitemap).Select(
            found => found.Url.AbsoluteUri);

    private static void Write(StringBuilder text, Feed feed)
    {
        text.Append(CultureInfo.InvariantCulture, $"{Printable.Of(feed.Title.Length > 0 ? feed.Title : "(no title)")}");
        text.Append(
            CultureInfo.InvariantCulture,
            $", {feed.Entries.Length} {(feed.Entries.Length == 1 ? "entry" : "entries")}\n");
        foreach (FeedEntry entry in feed.Entries)
        {
            string date = (entry.PublishedAt ?? entry.UpdatedAt)?.ToString() ?? "-";
            text.Append(CultureInfo.InvariantCulture, $"{date,-25}  {Printable.Of(entry.Title)}\n");
            text.Append(
                CultureInfo.InvariantCulture, $"{"",-25}  {Printable.Of(entry.Link?.AbsoluteUri ?? "(no link)")}\n");
        }
    }

    private static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("title", entry.Title);
        json.WriteString("link", (entry.OriginalLink ?? entry.Link)?.AbsoluteUri);
        json.WriteString("id", entry.Id);
        json.WriteString("publishedAt", entry.PublishedAt?.ToString());
        json.WriteString("updatedAt", entry.UpdatedAt?.ToString());
        json.WriteString("summary", entry.Summary);
        JsonLine.WriteAll(json, "authors", entry.Authors);
        JsonLine.WriteAll(json, "categories", entry.Categories);
        json.WriteEndObject();
    }
}

using NewsDiff.Dates;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads Atom 1.0 (RFC 4287) and its predecessor 0.3.</summary>
internal static class AtomReader
{
    /// <summary>Reads the feed; the cursor is at its root.</summary>
    public static Feed Read(FeedXmlCursor cursor)
    {
        var feed = new FeedDraft { Language = cursor.Language };
        if (cursor.Name == "entry")
        {
            // An entry may be a document of its own.
            feed.Add(ReadEntry(cursor));
            return feed.ToFeed();
        }

        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            switch (cursor.Name)
            {
                case "title" when feed.Title.Length == 0:
                    (feed.Title, feed.TitleHtml) = AtomText.Read(cursor);
                    break;
                case "id":
                    feed.Id ??= ReadId(cursor);
                    break;
                case "link":
                    feed.AddLink(cursor.Attribute("rel"), ReadAddress(cursor));
                    break;
                case "entry" when feed.IsFull:
                    cursor.End(FeedDraft.TooManyEntries);
                    break;
                case "entry":
                    feed.Add(ReadEntry(cursor));
                    break;
                default:
                    ReadOtherPart(cursor, feed);
                    break;
            }
        }

        return feed.ToFeed();
    }

    private static void ReadOtherPart(FeedXmlCursor cursor, FeedDraft feed)
    {
        switch (cursor.Name)
        {
            case "author":
                // Entries without an author have the feed's (RFC 4287, 4.2.1).
                feed.AddAuthor(ReadPerson(cursor));
                break;
            case "item" when feed.IsFull:
                cursor.End(FeedDraft.TooManyEntries);
                break;
            case "item":
                feed.Add(RssReader.ReadItem(cursor));
                break;
        }
    }

    /// <summary>Reads an entry; the cursor is at its start.</summary>
    public static FeedEntry ReadEntry(FeedXmlCursor cursor)
    {
        var entry = new EntryDraft();
        Uri? source = null;
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            switch (cursor.Name)
            {
                case "title" when entry.Title.Length == 0:
                    (entry.Title, entry.TitleHtml) = AtomText.Read(cursor);
                    break;
                case "summary":
                    entry.Summary ??= NullIfEmpty(AtomText.ReadPlain(cursor));
                    break;
                case "content":
                    source ??= PageIn(cursor);
                    entry.OtherSummary ??= entry.Summary is null ? NullIfEmpty(AtomText.ReadPlain(cursor)) : null;
                    break;
                default:
                    ReadMetadata(cursor, entry);
                    break;
            }
        }

        entry.OtherLink ??= source;
        if (cursor.Fault is not null)
        {
            entry.BreakOff();
        }

        return entry.ToEntry();
    }

    private static void ReadMetadata(FeedXmlCursor cursor, EntryDraft entry)
    {
        switch (cursor.Name)
        {
            case "id":
                entry.Id ??= ReadId(cursor);
                break;
            case "link":
                ReadLink(cursor, entry);
                break;
            case "feedburner:origlink":
                entry.OriginalLink ??= cursor.Resolve(cursor.ReadText());
                break;
            case "published" or "issued" or "created":
                entry.PublishedAt ??= FeedDate.Read(cursor.ReadText());
                break;
            case "updated" or "modified":
                entry.UpdatedAt ??= FeedDate.Read(cursor.ReadText());
                break;
            case "author":
                entry.AddAuthor(ReadPerson(cursor));
                break;
            case "source":
                ReadSource(cursor, entry);
                break;
            case "category":
                entry.AddCategory(FeedText.Collapse(cursor.Attribute("label") ?? cursor.Attribute("term") ?? ""));
                break;
            case "media:group" or "media:content":
                MediaText.ReadGroup(cursor, entry);
                break;
            default:
                MediaText.Read(cursor, entry);
                break;
        }
    }

    /// <summary>Reads the authors of the feed that an entry was copied from.</summary>
    private static void ReadSource(FeedXmlCursor cursor, EntryDraft entry)
    {
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            if (cursor.Name == "author")
            {
                entry.AddOtherAuthor(ReadPerson(cursor));
            }
        }
    }

    /// <summary>The page with the entry's content, if the feed only points to it.</summary>
    /// <remarks>RFC 4287, 4.1.3.2.</remarks>
    private static Uri? PageIn(FeedXmlCursor cursor) =>
        cursor.Attribute("src") is { } address && IsPage(cursor.Attribute("type")) ? cursor.Resolve(address) : null;

    private static bool IsPage(string? type) => MediaType.Of(type) is not { } media
        || MediaType.IsAnyOf(media, "text/html", "application/xhtml+xml");

    private static string ReadPerson(FeedXmlCursor cursor)
    {
        string name = "";
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            if (cursor.Name == "name")
            {
                name = FeedText.Collapse(cursor.ReadText());
            }
        }

        return name;
    }

    // An id is an address of some scheme; one that is written as a path is relative to xml:base.
    private static string? ReadId(FeedXmlCursor cursor)
    {
        string? id = FeedText.Short(cursor.ReadText(), FeedLimits.AddressLength);
        bool isPath = id is not null
            && id.Contains('/', StringComparison.Ordinal)
            && !id.Contains(':', StringComparison.Ordinal);
        return isPath ? cursor.Resolve(id)?.AbsoluteUri ?? id : id;
    }

    private static void ReadLink(FeedXmlCursor cursor, EntryDraft entry)
    {
        string? relation = cursor.Attribute("rel");
        if ((entry.Link is not null && !entry.IsLinkForeign) || !LinkRelation.IsAlternate(relation))
        {
            return;
        }

        // Of several alternate links, one to a page is preferred, and one whose relation is written by the book.
        bool isPage = IsPage(cursor.Attribute("type"));
        bool isForeign = IsForeign(cursor.Attribute("hreflang"), cursor.Language);
        Uri? url = ReadAddress(cursor);
        if (isPage && LinkRelation.IsPlainAlternate(relation) && (entry.Link is null || !isForeign))
        {
            entry.Link = url;
            entry.IsLinkForeign = isForeign;
        }

        entry.OtherLink ??= url;
    }

    /// <summary>Whether a link leads to a text in another language than the feed's.</summary>
    private static bool IsForeign(string? language, string? own) =>
        language is not null && own is not null
            && !language.AsSpan()[..PrimaryOf(language)].Equals(
                own.AsSpan()[..PrimaryOf(own)], StringComparison.OrdinalIgnoreCase);

    private static int PrimaryOf(string tag) => tag.AsSpan().IndexOfAny('-', '_') is > 0 and var end ? end : tag.Length;

    // Some feeds write it as in RSS.
    private static Uri? ReadAddress(FeedXmlCursor cursor) =>
        cursor.Attribute("href") is { } address ? cursor.Resolve(address) : cursor.Resolve(cursor.ReadText());

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

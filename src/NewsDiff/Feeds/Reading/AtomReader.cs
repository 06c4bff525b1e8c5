namespace NewsDiff.Feeds.Reading;

/// <summary>Reads Atom 1.0 (RFC 4287) and the 0.3 that came before.</summary>
internal static class AtomReader
{
    /// <summary>Reads the feed whose root the cursor is at.</summary>
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
                    feed.AddLink(cursor.Attribute("rel"), cursor.Resolve(cursor.Attribute("href")));
                    break;
                case "entry":
                    feed.Add(ReadEntry(cursor));
                    break;
            }
        }

        return feed.ToFeed();
    }

    private static FeedEntry ReadEntry(FeedXmlCursor cursor)
    {
        var entry = new EntryDraft();
        string? content = null;
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
                    content ??= entry.Summary is null ? NullIfEmpty(AtomText.ReadPlain(cursor)) : null;
                    break;
                default:
                    ReadMetadata(cursor, entry);
                    break;
            }
        }

        entry.Summary ??= content;
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
                entry.Link ??= ReadAlternate(cursor);
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
            case "category":
                entry.AddCategory(FeedText.Collapse(cursor.Attribute("label") ?? cursor.Attribute("term") ?? ""));
                break;
        }
    }

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

    // An id is an address of some scheme; what is written as a path is relative to xml:base as any other.
    private static string? ReadId(FeedXmlCursor cursor)
    {
        string? id = NullIfEmpty(cursor.ReadText().Trim().ToString());
        bool isPath = id is not null && id.Contains('/', StringComparison.Ordinal) && !id.Contains(':', StringComparison.Ordinal);
        return isPath ? cursor.Resolve(id)?.AbsoluteUri ?? id : id;
    }

    private static Uri? ReadAlternate(FeedXmlCursor cursor) =>
        cursor.Attribute("rel") is null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate"
            ? cursor.Resolve(cursor.Attribute("href"))
            : null;

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

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
                    feed.Title = ReadText(cursor);
                    break;
                case "id":
                    feed.Id ??= NullIfEmpty(cursor.ReadText());
                    break;
                case "link":
                    feed.Link ??= ReadAlternate(cursor);
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
                    entry.Title = ReadText(cursor);
                    break;
                case "summary":
                    entry.Summary ??= NullIfEmpty(ReadText(cursor));
                    break;
                case "content":
                    content ??= NullIfEmpty(ReadText(cursor));
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
                entry.Id ??= NullIfEmpty(cursor.ReadText());
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

    // A text says by its type whether it holds escaped HTML; as XHTML it holds elements, which reading its text passes over.
    private static string ReadText(FeedXmlCursor cursor)
    {
        bool isEscapedHtml = cursor.Attribute("type") is "html" or "text/html" || cursor.Attribute("mode") is "escaped";
        string text = cursor.ReadText();
        return isEscapedHtml ? FeedText.FromHtml(text) : FeedText.Collapse(text);
    }

    private static Uri? ReadAlternate(FeedXmlCursor cursor) =>
        cursor.Attribute("rel") is null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate"
            ? cursor.Resolve(cursor.Attribute("href"))
            : null;

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using NewsDiff.Dates;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads RSS 0.90 to 2.0.</summary>
/// <remarks>RDF versions have their items beside the channel, not inside it.</remarks>
internal static class RssReader
{
    /// <summary>Reads the feed; the cursor is at its root.</summary>
    public static Feed Read(FeedXmlCursor cursor)
    {
        var feed = new FeedDraft { Language = cursor.Language };
        if (cursor.Name == "channel")
        {
            ReadChannel(cursor, feed);
            return feed.ToFeed();
        }

        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            if (cursor.Name == "channel")
            {
                ReadChannel(cursor, feed);
            }
            else
            {
                ReadChannelPart(cursor, feed);
            }
        }

        return feed.ToFeed();
    }

    private static void ReadChannel(FeedXmlCursor cursor, FeedDraft feed)
    {
        feed.Link ??= cursor.Resolve(cursor.Attribute("href"));
        feed.Language ??= cursor.Language;
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            ReadChannelPart(cursor, feed);
        }
    }

    private static void ReadChannelPart(FeedXmlCursor cursor, FeedDraft feed)
    {
        switch (cursor.Name)
        {
            case "title" when feed.Title.Length == 0:
                feed.Title = FeedText.FromHtml(cursor.ReadText());
                break;
            case "link" when feed.Link is null:
                feed.Link = cursor.Resolve(cursor.ReadText());
                break;
            case "atom:link":
                feed.AddLink(cursor.Attribute("rel") ?? "self", cursor.Resolve(cursor.Attribute("href")));
                break;
            case "language" or "dc:language":
                feed.Language ??= FeedText.Short(cursor.ReadText(), FeedLimits.NameLength);
                break;
            case "item" when feed.IsFull:
                cursor.End(FeedDraft.TooManyEntries);
                break;
            case "item":
                feed.Add(ReadItem(cursor));
                break;
            default:
                if (!ReadForeignPart(cursor, feed))
                {
                    feed.Pace.Read(cursor);
                }

                break;
        }
    }

    /// <summary>Reads entries of Atom, and items in a list.</summary>
    private static bool ReadForeignPart(FeedXmlCursor cursor, FeedDraft feed)
    {
        switch (cursor.Name)
        {
            case "entry" when feed.IsFull:
                cursor.End(FeedDraft.TooManyEntries);
                return true;
            case "entry":
                feed.Add(AtomReader.ReadEntry(cursor));
                return true;
            case "items":
                // RSS 1.0 lists the addresses of its items in an element of this name.
                int depth = cursor.Depth;
                while (cursor.MoveToChild(depth))
                {
                    if (cursor.Name == "item")
                    {
                        ReadChannelPart(cursor, feed);
                    }
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads an item; the cursor is at its start.</summary>
    public static FeedEntry ReadItem(FeedXmlCursor cursor)
    {
        string? about = cursor.Attribute("about")?.Trim();

        // CDF has in attributes what RSS has in elements.
        var entry = new EntryDraft
        {
            Link = cursor.Resolve(cursor.Attribute("href")),
            UpdatedAt = FeedDate.Read(cursor.Attribute("lastmod")),
        };
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            if (!ReadIdentity(cursor, entry))
            {
                ReadDescription(cursor, entry);
            }
        }

        if (cursor.Fault is not null)
        {
            entry.BreakOff();
        }

        entry.Id ??= FeedText.Short(about, FeedLimits.AddressLength);
        return entry.ToEntry();
    }

    private static bool ReadIdentity(FeedXmlCursor cursor, EntryDraft entry)
    {
        switch (cursor.Name)
        {
            case "title":
                entry.Title = entry.Title.Length == 0 ? FeedText.FromHtml(cursor.ReadText()) : entry.Title;
                return true;
            case "link":
                // Some write it as Atom does.
                string? address = LinkRelation.IsAlternate(cursor.Attribute("rel")) ? cursor.Attribute("href") : "";
                entry.Link ??= address is null ? cursor.Resolve(cursor.ReadText()) : cursor.Resolve(address);
                return true;
            case "url" or "permalink":
                entry.OtherLink ??= cursor.Resolve(cursor.ReadText());
                return true;
            case "atom:link":
                entry.Link ??= LinkRelation.IsAlternate(cursor.Attribute("rel"))
                    ? cursor.Resolve(cursor.Attribute("href"))
                    : null;
                return true;
            case "feedburner:origlink":
                entry.OriginalLink ??= cursor.Resolve(cursor.ReadText());
                return true;
            case "guid" or "id" or "atom:id":
                ReadId(cursor, entry);
                return true;
            default:
                return false;
        }
    }

    private static void ReadId(FeedXmlCursor cursor, EntryDraft entry)
    {
        string? permanence = entry.Id is null ? cursor.Attribute("isPermaLink")?.Trim() : null;
        entry.IsIdAddress &= !"false".Equals(permanence, StringComparison.OrdinalIgnoreCase);
        entry.Id ??= FeedText.Short(cursor.ReadText(), FeedLimits.AddressLength);

        // Many writers declare bare numbers to be addresses; only a path can be one.
        bool isPath = "true".Equals(permanence, StringComparison.OrdinalIgnoreCase) && entry.Id is ['/', ..];
        entry.IdLink ??= isPath ? cursor.Resolve(entry.Id) : null;
    }

    private static void ReadDescription(FeedXmlCursor cursor, EntryDraft entry)
    {
        switch (cursor.Name)
        {
            case "dc:title" when entry.Title.Length == 0:
                entry.Title = FeedText.FromHtml(cursor.ReadText());
                break;
            case "description" or "summary" or "abstract" or "atom:summary" when entry.Summary is null:
                entry.Summary = TextOf(cursor);
                break;
            case "content:encoded" when (entry.Summary ?? entry.OtherSummary) is null:
                entry.OtherSummary = TextOf(cursor);
                break;
            case "author" or "dc:creator" or "atom:author":
                entry.AddAuthor(PersonIn(FeedText.FromHtml(cursor.ReadTextOf("name"))));
                break;
            case "category" or "dc:subject":
                entry.AddCategory(FeedText.FromHtml(cursor.ReadText()));
                break;
            case "media:group" or "media:content":
                MediaText.ReadGroup(cursor, entry);
                break;
            default:
                if (!MediaText.Read(cursor, entry))
                {
                    ReadDates(cursor, entry);
                }

                break;
        }
    }

    private static void ReadDates(FeedXmlCursor cursor, EntryDraft entry)
    {
        switch (cursor.Name)
        {
            case "pubdate" or "dc:date" or "dcterms:issued" or "dcterms:created" or "published" or "atom:published"
                or "date" or "publishdate" or "publisheddate" or "publicationdate":
                entry.PublishedAt ??= FeedDate.Read(cursor.ReadText());
                break;
            case "dcterms:modified" or "updated" or "atom:updated" or "lastbuilddate" or "modified":
                entry.UpdatedAt ??= FeedDate.Read(cursor.ReadText());
                break;
        }
    }

    private static string? TextOf(FeedXmlCursor cursor) =>
        FeedText.FromHtml(cursor.ReadText()) is { Length: > 0 } text ? text : null;

    // RSS asks for an e-mail address, which people follow by their name: "desk@example.org (Ada Byron)".
    private static string PersonIn(string author)
    {
        int open = author.IndexOf('(', StringComparison.Ordinal);
        int close = author.LastIndexOf(')');
        return open > 0 && close > open && author.AsSpan(0, open).Contains('@')
            ? author[(open + 1)..close].Trim()
            : author;
    }
}

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads the texts of podcasts, films and pictures, which stand in for missing ones.</summary>
internal static class MediaText
{
    /// <summary>Reads the element at the cursor, if it is of such an extension.</summary>
    /// <returns>Whether it is.</returns>
    public static bool Read(FeedXmlCursor cursor, EntryDraft entry)
    {
        switch (cursor.Name)
        {
            case "itunes:title" or "media:title" when entry.OtherTitle.Length == 0:
                entry.OtherTitle = FeedText.FromHtml(cursor.ReadText());
                return true;
            case "itunes:summary" or "itunes:subtitle" or "media:description"
                when (entry.Summary ?? entry.OtherSummary) is null:
                entry.OtherSummary = FeedText.FromHtml(cursor.ReadText()) is { Length: > 0 } text ? text : null;
                return true;
            case "itunes:author":
                entry.AddOtherAuthor(FeedText.FromHtml(cursor.ReadText()));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads the elements inside the one at the cursor.</summary>
    public static void ReadGroup(FeedXmlCursor cursor, EntryDraft entry)
    {
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            Read(cursor, entry);
        }
    }
}

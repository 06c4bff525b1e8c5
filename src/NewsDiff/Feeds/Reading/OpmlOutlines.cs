using NewsDiff.Addresses;

namespace NewsDiff.Feeds.Reading;

/// <summary>Collects the feeds of the outlines of an OPML document.</summary>
internal sealed class OpmlOutlines
{
    // By their addresses as written: those that differ after '#' only are two.
    private readonly Dictionary<string, OpmlFeed> _feeds = new(StringComparer.Ordinal);
    private readonly List<OpmlRefusal> _refused = [];

    /// <summary>Reads the outlines inside the current element.</summary>
    public void Read(FeedXmlCursor cursor, string? folder)
    {
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            string? name = cursor.Name == "outline" ? NameOf(cursor) : null;
            string? address = cursor.Attribute("xmlUrl")?.Trim();
            if (!string.IsNullOrEmpty(address))
            {
                Take(cursor, address, name, folder);
            }

            bool isFolder = string.IsNullOrEmpty(address) && name is not null;
            Read(cursor, !isFolder ? folder : folder is null ? name : $"{folder}/{name}");
        }
    }

    /// <summary>What was collected.</summary>
    public OpmlReading ToReading() => new([.. _feeds.Values], [.. _refused]);

    private void Take(FeedXmlCursor cursor, string address, string? name, string? folder)
    {
        Uri? url = FeedLink.FromId(address);
        string shown = UserInfo.Without(address);
        string? fault = url is null ? "It is no http or https address."
            : shown != address ? UserInfo.Refusal
            : _feeds.ContainsKey(url.AbsoluteUri) ? "It stands in the list before."
            : _feeds.Count == FeedLimits.Entries ? "The list is too long."
            : null;
        EntryFilter? filter = fault is null ? ReadFilter(cursor, ref fault) : null;
        if (fault is null)
        {
            _feeds.Add(url!.AbsoluteUri, new OpmlFeed
            {
                Url = url,
                Title = name == address ? null : name,
                Link = FeedLink.FromId(cursor.Attribute("htmlUrl")?.Trim()),
                Folder = folder,
                Source = cursor.Attribute("source") is { Length: > 0 } source ? source : null,
                Filter = filter,
            });
        }
        else if (_refused.Count < FeedLimits.Entries)
        {
            _refused.Add(new OpmlRefusal(shown, name == address ? null : name, fault));
        }
    }

    private static EntryFilter? ReadFilter(FeedXmlCursor cursor, ref string? fault)
    {
        try
        {
            return EntryFilter.Parse(cursor.Attribute("filter"));
        }
        catch (ArgumentException wrong)
        {
            fault = $"Its filter cannot be used: {wrong.Message}";
            return null;
        }
    }

    private static string? NameOf(FeedXmlCursor cursor) =>
        FeedText.Collapse(cursor.Attribute("title") ?? cursor.Attribute("text") ?? "") is { Length: > 0 } name ? name : null;
}

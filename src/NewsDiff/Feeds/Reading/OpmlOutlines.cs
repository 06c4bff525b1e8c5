using NewsDiff.Addresses;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Collects the feeds of the outlines of an OPML document.</summary>
internal sealed class OpmlOutlines
{
    /// <summary>The fixed cost of an expression, in characters.</summary>
    private const int PatternCost = 50;

    // By their addresses as written: two that differ only after '#' are different.
    private readonly Dictionary<string, OpmlFeed> _feeds = new(StringComparer.Ordinal);
    private readonly List<OpmlRefusal> _refused = [];
    private int _filterLength;

    /// <summary>Reads the outlines inside the current element.</summary>
    public void Read(FeedXmlCursor cursor, string? folder)
    {
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            string? name = cursor.Name == "outline" ? NameOf(cursor) : null;
            string? address = AddressOf(cursor);
            if (!string.IsNullOrEmpty(address))
            {
                Take(cursor, address, name, folder ?? CategoryOf(cursor));
            }

            Read(cursor, string.IsNullOrEmpty(address) ? Inside(folder, name) : folder);
        }
    }

    /// <summary>The collected feeds and refusals.</summary>
    public OpmlReadResult ToReading() => new() { Feeds = [.. _feeds.Values], Refused = [.. _refused] };

    private void Take(FeedXmlCursor cursor, string address, string? name, string? folder)
    {
        Uri? url = FeedLink.FromList(address);
        string shown = UserInfo.Without(address);
        string? title = name is null || name == address ? null : UserInfo.Without(name);
        string? fault = url is null ? "It is not an http or https address."
            : shown != address ? UserInfo.Refusal
            : _feeds.ContainsKey(url.AbsoluteUri) ? "It is a duplicate in the list."
            : _feeds.Count == FeedLimits.Entries ? "The list is too long."
            : null;
        EntryFilter? filter = fault is null ? ReadFilter(cursor, ref fault) : null;
        if (fault is null)
        {
            _feeds.Add(url!.AbsoluteUri, new OpmlFeed
            {
                Url = url,
                Title = title,
                Link = FeedLink.FromId(cursor.Attribute("htmlUrl")?.Trim()),
                Folder = folder,
                Source = cursor.Attribute("source") is { Length: > 0 } source
                    ? FeedText.Cut(source, FeedLimits.NameLength)
                    : null,
                Filter = filter,
            });
        }
        else if (_refused.Count < FeedLimits.Entries)
        {
            _refused.Add(
                new OpmlRefusal
                {
                    Address = FeedText.Cut(shown, FeedLimits.AddressLength),
                    Title = title,
                    Reason = fault,
                });
        }
        else
        {
            cursor.End("It has too many refused outlines.");
        }
    }

    private EntryFilter? ReadFilter(FeedXmlCursor cursor, ref string? fault)
    {
        // Building an expression may cost far more than its length.
        string written = cursor.Attribute("filter") ?? "";
        _filterLength += written.Length == 0 ? 0 : written.Length + (PatternCost * (written.AsSpan().Count('\n') + 1));
        if (written.Length > FeedLimits.FilterLength || _filterLength > FeedLimits.AllFiltersLength)
        {
            fault = "Its filter is too long.";
            return null;
        }

        try
        {
            // An attribute of that name in another namespace is not ours.
            return written.Split('\n').Any(static line => line is ['+' or '-', ..]) ? EntryFilter.Parse(written) : null;
        }
        catch (FormatException wrong)
        {
            fault = $"Its filter is unusable: {wrong.Message}";
            return null;
        }
    }

    /// <summary>The path of a folder, limited because each feed has one.</summary>
    private static string? Inside(string? folder, string? name) =>
        name is null || folder?.Length + name.Length >= FeedLimits.FolderLength ? folder
        : folder is null ? name
        : $"{folder}/{name}";

    private static string? NameOf(FeedXmlCursor cursor) =>
        NameIn(cursor.Attribute("title")) ?? NameIn(cursor.Attribute("text"));

    private static string? NameIn(string? written)
    {
        string name = FeedText.FromText(written ?? "");
        return name.Length > 0 ? FeedText.Cut(name, FeedLimits.NameLength) : null;
    }

    /// <summary>The address of a feed, or null.</summary>
    /// <remarks>Older lists have it in <c>url</c>, as outlines that link to pages have.</remarks>
    private static string? AddressOf(FeedXmlCursor cursor) =>
        cursor.Attribute("xmlUrl")?.Trim() is { Length: > 0 } address ? address
        : cursor.Attribute("type")?.Trim() is { } type && MediaType.IsAnyOf(type, "rss", "atom")
        ? cursor.Attribute("url")?.Trim()
        : null;

    /// <summary>The first category of a feed (OPML 2.0), as a path of folders.</summary>
    private static string? CategoryOf(FeedXmlCursor cursor) =>
        NameIn(cursor.Attribute("category")?.Split(',')[0].Trim().Trim('/'));
}

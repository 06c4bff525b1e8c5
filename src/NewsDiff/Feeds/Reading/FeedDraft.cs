namespace NewsDiff.Feeds.Reading;

/// <summary>A feed while it is read.</summary>
internal sealed class FeedDraft
{
    private readonly List<FeedEntry> _entries = [];

    public string Title { get; set; } = "";

    public Uri? Link { get; set; }

    public string? Id { get; set; }

    public string? Language { get; set; }

    /// <summary>Adds an entry, unless there are too many.</summary>
    public void Add(FeedEntry entry)
    {
        if (_entries.Count < FeedLimits.Entries)
        {
            _entries.Add(entry);
        }
    }

    /// <summary>Makes the feed.</summary>
    public Feed ToFeed() => new() { Title = Title, Link = Link, Id = Id, Language = Language, Entries = [.. _entries] };
}

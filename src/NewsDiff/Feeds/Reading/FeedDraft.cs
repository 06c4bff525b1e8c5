using System.Collections.Immutable;

namespace NewsDiff.Feeds.Reading;

/// <summary>A feed while it is read.</summary>
internal sealed class FeedDraft
{
    /// <summary>The reason for a feed with too many entries.</summary>
    public const string TooManyEntries = "It has too many entries.";

    /// <summary>The reason why some links of a feed were left out.</summary>
    public const string TooLongLinks = "Its links are relative to a base address that is too long.";

    private readonly List<FeedEntry> _entries = [];
    private readonly List<Uri> _hubs = [];
    private List<string>? _authors;

    public string Title { get; set; } = "";

    public string? TitleHtml { get; set; }

    public Uri? Link { get; set; }

    public Uri? SelfUrl { get; set; }

    public string? Id { get; set; }

    public string? Language { get; set; }

    public PaceDraft Pace { get; } = new();

    /// <summary>Adds a WebSub hub, unless it is a duplicate or has no address.</summary>
    public void AddHub(Uri? hub)
    {
        if (hub is not null && _hubs.Count < FeedLimits.Hubs && !_hubs.Contains(hub))
        {
            _hubs.Add(hub);
        }
    }

    /// <summary>Adds an author of all entries that name none.</summary>
    public void AddAuthor(string name) => EntryDraft.AddNew(ref _authors, name);

    /// <summary>Applies a link of the feed by its relation.</summary>
    public void AddLink(string? relation, Uri? url)
    {
        if (LinkRelation.Has(relation, "hub"))
        {
            AddHub(url);
        }
        else if (LinkRelation.Has(relation, "self"))
        {
            SelfUrl ??= url;
        }
        else if (LinkRelation.IsAlternate(relation))
        {
            Link ??= url;
        }
    }

    /// <summary>Whether it has as many entries as are allowed.</summary>
    public bool IsFull => _entries.Count >= FeedLimits.Entries;

    /// <summary>Adds an entry.</summary>
    public void Add(FeedEntry entry) => _entries.Add(entry);

    /// <summary>Removes the entries.</summary>
    public void ClearEntries() => _entries.Clear();

    /// <summary>Makes the feed.</summary>
    public Feed ToFeed() => new()
    {
        Title = Title,
        TitleHtml = TitleHtml,
        Link = Link,
        Id = Id,
        Language = Language,
        SelfUrl = SelfUrl,
        Hubs = [.. _hubs],
        UpdateInterval = Pace.Interval,
        SkippedHours = [.. Pace.SkippedHours],
        Entries = _authors is null ? [.. _entries] : WithAuthors([.. _authors]),
    };

    private ImmutableArray<FeedEntry> WithAuthors(ImmutableArray<string> authors) =>
        [.. _entries.Select(entry => entry.Authors.IsEmpty ? entry with { Authors = authors } : entry)];
}

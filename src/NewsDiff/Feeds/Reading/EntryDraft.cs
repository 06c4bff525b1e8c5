namespace NewsDiff.Feeds.Reading;

/// <summary>An entry while it is read; the first value of each property counts.</summary>
internal sealed class EntryDraft
{
    private List<string>? _authors;
    private List<string>? _otherAuthors;
    private List<string>? _categories;

    public Uri? Link { get; set; }

    /// <summary>Whether the link leads to a text in another language than the feed's.</summary>
    public bool IsLinkForeign { get; set; }

    /// <summary>A link to the entry in another form; used when no page is linked.</summary>
    public Uri? OtherLink { get; set; }

    public Uri? OriginalLink { get; set; }

    public string? Id { get; set; }

    /// <summary>Whether the id may be the page's address when there is no link.</summary>
    public bool IsIdAddress { get; set; } = true;

    /// <summary>The address in an id that is relative but declared to be an address.</summary>
    public Uri? IdLink { get; set; }

    public string Title { get; set; } = "";

    /// <summary>A title for a picture or a player; used when there is no other.</summary>
    public string OtherTitle { get; set; } = "";

    public string? TitleHtml { get; set; }

    public string? Summary { get; set; }

    /// <summary>The entry's content or another description; used when there is no summary.</summary>
    public string? OtherSummary { get; set; }

    public ArticleDate? PublishedAt { get; set; }

    public ArticleDate? UpdatedAt { get; set; }

    public void AddAuthor(string name) => AddNew(ref _authors, name);

    /// <summary>Adds an author that counts when the entry names no other.</summary>
    public void AddOtherAuthor(string name) => AddNew(ref _otherAuthors, name);

    public void AddCategory(string name) => AddNew(ref _categories, name);

    /// <summary>Notes that the document ends in the entry, so that its link may be missing.</summary>
    /// <remarks>Nothing else is then taken for the link.</remarks>
    public void BreakOff()
    {
        OtherLink = null;
        IsIdAddress = false;
    }

    /// <summary>Makes the entry; an address for an id serves as a missing link.</summary>
    public FeedEntry ToEntry() => new()
    {
        Link = Link ?? OtherLink ?? (IsIdAddress ? IdLink ?? FeedLink.FromId(Id) : null),
        OriginalLink = OriginalLink,
        Id = Id,
        Title = Title.Length == 0 ? OtherTitle : Title,
        TitleHtml = TitleHtml,
        Summary = !string.IsNullOrEmpty(Summary) ? Summary : string.IsNullOrEmpty(OtherSummary) ? null : OtherSummary,
        Authors = [.. _authors ?? _otherAuthors ?? []],
        Categories = [.. _categories ?? []],
        PublishedAt = PublishedAt,
        UpdatedAt = UpdatedAt,
    };

    /// <summary>Adds a name to a list, unless it is empty, known or one too many.</summary>
    public static void AddNew(ref List<string>? names, string name)
    {
        name = FeedText.Cut(name, FeedLimits.NameLength);
        if (name.Length > 0
            && (names is null || (names.Count < FeedLimits.Names && !names.Contains(name, StringComparer.Ordinal))))
        {
            (names ??= []).Add(name);
        }
    }
}

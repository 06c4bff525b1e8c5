using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads when an article was published and modified, from the surest source.</summary>
internal sealed class DateReader
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "datePublished", "og:published_time", "og:article:published_time", "parsely-pub-date",
        "sailthru.date", "article.published", "published-date", "published_time", "publish-date", "publish_date",
        "pubdate",
        "publication_date", "date.published", "DC.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
        "citation_publication_date", "citation_date", "cXenseParse:recs:publishtime", "bt:pubDate", "ptime",
        "article_date_original",
        "rbpubdate", "article:published", "date", "dc.date", "dcterms.date", "dateCreated",
    ];

    private static readonly string[] ModifiedMetas =
    [
        "article:modified_time", "dateModified", "og:updated_time", "article.updated", "lastmod", "last-modified",
        "dcterms.modified",
        "DC.date.modified", "article_date_updated", "utime",
    ];

    /// <summary>The maximum number of hours that clocks are behind UTC.</summary>
    private const int FarthestBehindUtc = 12;

    private const int LongestDate = 24;

    private readonly Page _page;
    private readonly LinkedData _linked;
    private readonly VisibleDates _visible;
    private readonly VisibleDates _visibleUpdates;
    private readonly PageDates _dates;

    public DateReader(Page page, LinkedData linked, BodyPlace place)
    {
        _page = page;
        _linked = linked;
        _dates = new PageDates(
            page, () => StatedDates(PublishedMetas), () => StatedDates([.. PublishedMetas, .. ModifiedMetas]));
        _visible = new VisibleDates(page, place, _dates.FindPublished);
        _visibleUpdates = new VisibleDates(page, place, _dates.Find);
    }

    /// <summary>Reads the publication date.</summary>
    /// <remarks>When only an update is dated, it is the date that readers see.</remarks>
    public ArticleDate? ReadPublished()
    {
        if (Ruled() is { } ruled)
        {
            return ruled;
        }

        ArticleDate? stated = MorePrecise(
            MorePrecise(Parse(_linked.Published), _linked.Published is null ? null : Parse(_linked.PagePublished)),
            FromMetas(PublishedMetas))
            ?? _visible.FromMarks(MarkKind.Published) ?? Parse(_linked.PagePublished) ?? FromMetasLike("publish");
        if (stated is not { } sure)
        {
            return MorePrecise(DateInAddress.Of(_page), _visible.Published())
                ?? InTitle() ?? _visibleUpdates.Modified() ?? ReadModified();
        }

        return _visible.Shown() is { } shown && IsEarlier(shown, sure) ? shown : _visible.InOwnOffset(sure) ?? sure;
    }

    public ArticleDate? ReadModified() =>
        MorePrecise(
            MorePrecise(Parse(_linked.Modified), _linked.Modified is null ? null : Parse(_linked.PageModified)),
            FromMetas(ModifiedMetas))
            ?? _visibleUpdates.Modified() ?? Parse(_linked.PageModified);

    /// <summary>The date that the site's rule selects.</summary>
    private ArticleDate? Ruled()
    {
        foreach (PageMark mark in _page.Marks)
        {
            if (mark.Kind == MarkKind.RuledDate && _dates.Find(_page.TextOf(mark)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The date after the headline in the title of the page.</summary>
    private ArticleDate? InTitle()
    {
        string title = _page.DocumentTitle ?? "";
        foreach (Range part in title.AsSpan().SplitAny('|', '-', '–', '—'))
        {
            if (part.Start.Value > 0
                && part.End.Value - part.Start.Value <= LongestDate
                && _dates.FindPublished(title.AsSpan(part).Trim()) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Whether a date below the headline is earlier than the stated one in every zone.</summary>
    /// <remarks>
    /// Such a visible date is not the date of an update: the page was moved or published again at the stated date.
    /// </remarks>
    private static bool IsEarlier(ArticleDate shown, ArticleDate stated)
    {
        DateTime latest = shown.Precision > DatePrecision.Day ? shown.Local : shown.Local.Date.AddDays(1);
        return latest.AddHours(FarthestBehindUtc) < stated.Local;
    }

    /// <summary>The first date, unless the second adds a time or offset.</summary>
    /// <remarks>The second counts only for the same day or instant.</remarks>
    private static ArticleDate? MorePrecise(ArticleDate? first, ArticleDate? second)
    {
        if (first is not { } sure || second is not { } other)
        {
            return first ?? second;
        }

        if (VisibleDates.IsInOwnOffset(sure, other))
        {
            return other;
        }

        bool isSameDay = sure.Local.Date == other.Local.Date && sure.Precision >= DatePrecision.Day;
        bool tellsMore = other.Precision > sure.Precision
            || (other.Precision == sure.Precision && sure.Offset is null && other.Offset is not null);
        return isSameDay && tellsMore ? other : sure;
    }

    private ArticleDate? Parse(string? text) => text is null ? null : EpochDate.Read(text) ?? _dates.Find(text);

    private ArticleDate? FromMetas(string[] names)
    {
        foreach (string name in names)
        {
            if (Parse(_page.Meta(name)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Reads metas with private names of publishing systems, such as "w-published-date".</summary>
    private ArticleDate? FromMetasLike(string part)
    {
        foreach (string value in _page.Metas.FirstOfEachWith(part))
        {
            if (Parse(value) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The dates in the page's head and its address.</summary>
    private IEnumerable<string?> StatedDates(string[] names) =>
        [
            _linked.Published, _linked.PagePublished, .. names.Select(name => _page.Meta(name)),
            DateInAddress.Of(_page)?.ToString(),
        ];
}

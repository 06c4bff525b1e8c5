using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads when an article was published and modified, from the surest source that states it.</summary>
internal sealed class DateReader
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "datePublished", "og:published_time", "og:article:published_time", "parsely-pub-date",
        "sailthru.date", "article.published", "published-date", "published_time", "publish-date", "publish_date", "pubdate",
        "publication_date", "date.published", "DC.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
        "citation_publication_date", "citation_date", "cXenseParse:recs:publishtime", "bt:pubDate", "ptime", "article_date_original",
        "rbpubdate", "article:published", "date", "dc.date", "dcterms.date", "dateCreated",
    ];

    private static readonly string[] ModifiedMetas =
    [
        "article:modified_time", "dateModified", "og:updated_time", "article.updated", "lastmod", "last-modified", "dcterms.modified",
        "DC.date.modified", "article_date_updated", "utime",
    ];

    private const int LinesIntoBody = 5;
    private const int LongestLine = 150;
    private const int LongestLineBelow = 40;

    private readonly Page _page;
    private readonly LinkedData _linked;
    private readonly BodyPlace _place;
    private readonly bool _isMonthFirst;

    public DateReader(Page page, LinkedData linked, BodyPlace place)
    {
        _page = page;
        _linked = linked;
        _place = place;
        _isMonthFirst = IsMonthFirst(page);
    }

    public ArticleDate? ReadPublished()
    {
        if (Ruled() is { } ruled)
        {
            return ruled;
        }

        ArticleDate? stated = MorePrecise(Parse(_linked.Published), FromMetas(PublishedMetas))
            ?? FromMarks(MarkKind.Published) ?? Parse(_linked.PagePublished) ?? FromMetasLike("publish");
        ArticleDate? visible = FromMarks(MarkKind.Time) ?? FromMarks(MarkKind.DateText) ?? FromLines();
        if (stated is { } sure)
        {
            return IsSameInstant(sure, visible) ? visible : sure;
        }

        return MorePrecise(DateInPath(_page.Url), visible);
    }

    public ArticleDate? ReadModified() =>
        MorePrecise(Parse(_linked.Modified), FromMetas(ModifiedMetas)) ?? FromMarks(MarkKind.Modified);

    /// <summary>The date of an address such as /2026/05/03/ or /2026-05-03-.</summary>
    public static ArticleDate? DateInPath(Uri url)
    {
        string path = url.AbsolutePath;
        for (int i = 0; i + 11 <= path.Length; i++)
        {
            bool isBounded = path[i] is '/' or '-' or '_' && char.IsAsciiDigit(path[i + 1]);
            if (isBounded && path[i + 5] is '/' or '-' && path[i + 8] == path[i + 5]
                && (i + 11 == path.Length || !char.IsAsciiDigit(path[i + 11]))
                && DateText.Find(path.AsSpan(i + 1, 10)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The date that the site's rule points at.</summary>
    private ArticleDate? Ruled()
    {
        foreach (PageMark mark in _page.Marks)
        {
            if (mark.Kind == MarkKind.RuledDate && Find(_page.TextOf(mark)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static bool IsMonthFirst(Page page)
    {
        string language = page.Language ?? page.Meta("og:locale") ?? "en";
        string host = page.Url.Host;
        bool isAmerican = language.EndsWith("US", StringComparison.OrdinalIgnoreCase)
            || (language.Length == 2 && language.Equals("en", StringComparison.OrdinalIgnoreCase));
        return isAmerican && !host.EndsWith(".uk", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".au", StringComparison.OrdinalIgnoreCase) && !host.EndsWith(".in", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".nz", StringComparison.OrdinalIgnoreCase) && !host.EndsWith(".ie", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a page shows in its own offset the instant that its head states in UTC.</summary>
    private static bool IsSameInstant(ArticleDate stated, ArticleDate? visible) =>
        stated.Offset == TimeSpan.Zero && visible is { Offset: not null } shown
        && (stated.ToDateTimeOffset() - shown.ToDateTimeOffset()).Duration() < TimeSpan.FromMinutes(1);

    /// <summary>Of two statements the first, unless the second tells the same day with a time or an offset that the first lacks.</summary>
    private static ArticleDate? MorePrecise(ArticleDate? first, ArticleDate? second)
    {
        if (first is not { } sure || second is not { } other)
        {
            return first ?? second;
        }

        bool isSameDay = sure.Local.Date == other.Local.Date && sure.Precision >= DatePrecision.Day;
        bool tellsMore = other.Precision > sure.Precision || (other.Precision == sure.Precision && sure.Offset is null && other.Offset is not null);
        return isSameDay && tellsMore ? other : sure;
    }

    private ArticleDate? Parse(string? text) => text is null ? null : DateText.Find(text, _isMonthFirst);

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

    /// <summary>Reads metas that publishing systems name after their own taste, such as "w-published-date".</summary>
    private ArticleDate? FromMetasLike(string part)
    {
        foreach ((string name, List<string> values) in _page.Metas)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase) && Parse(values[0]) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The mark of a kind that stands nearest to the headline or the body.</summary>
    private ArticleDate? FromMarks(MarkKind kind)
    {
        ArticleDate? best = null;
        int bestDistance = BodyPlace.Farthest;
        foreach (PageMark mark in _page.Marks)
        {
            if (mark.Kind != kind)
            {
                continue;
            }

            PageNode node = _page.Nodes[mark.Node];
            int distance = _place.DistanceTo(node);
            if (distance < bestDistance && (Parse(mark.Value) ?? Find(_page.TextOf(node.TextStart, node.TextEnd))) is { } date)
            {
                best = date;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>Reads short lines between headline and body, then right above the headline, then right below the body.</summary>
    private ArticleDate? FromLines()
    {
        int headline = _place.HeadlineBlock;
        return FromLines(headline, _place.FirstBlock + LinesIntoBody, 1, LongestLine)
            ?? FromLines(headline - 1, headline - 7, -1, LongestLine)
            ?? FromLines(_place.EndBlock, _place.EndBlock + 6, 1, LongestLineBelow);
    }

    private ArticleDate? FromLines(int first, int end, int step, int longest)
    {
        for (int i = first; i != end && i >= 0 && i < _page.Blocks.Length; i += step)
        {
            if (_page.Blocks[i].Weight < longest && FromLine(_page.TextOf(_page.Blocks[i])) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The date of a line, unless it is said to be that of an update.</summary>
    private ArticleDate? FromLine(ReadOnlySpan<char> line)
    {
        int update = line.IndexOf("updated", StringComparison.OrdinalIgnoreCase);
        return Find(update < 0 ? line : line[..update]);
    }

    private ArticleDate? Find(ReadOnlySpan<char> text) => DateText.Find(text, _isMonthFirst);
}

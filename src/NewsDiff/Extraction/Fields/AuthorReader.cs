using System.Collections.Immutable;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads the names of the authors from the surest source.</summary>
internal sealed class AuthorReader
{
    private static readonly string[] Metas =
    [
        "author", "article:author", "og:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
        "byl",
        "citation_author", "cXenseParse:author", "article:author_name", "og:article:author", "article.author",
        "authors",
    ];

    private readonly Page _page;
    private readonly LinkedData _linked;
    private readonly BodyPlace _place;
    private readonly string? _siteName;

    public AuthorReader(Page page, LinkedData linked, BodyPlace place, string? siteName)
    {
        _page = page;
        _linked = linked;
        _place = place;
        _siteName = siteName;
    }

    public ImmutableArray<string> Read() => [.. ReadAll().Take(PageLimits.Authors)];

    private List<string> ReadAll()
    {
        if (Ruled() is { Count: > 0 } ruled)
        {
            return ruled;
        }

        List<string> stated = WithoutPublisher(Names(_linked.Authors));
        if (stated.Count == 0)
        {
            stated = FromMetas();
        }

        if (stated.Count > 0 && !stated.All(IsPublisher))
        {
            return WithoutPublisher(stated);
        }

        List<string> visible = FromMarks(MarkKind.Author);
        visible = visible.Count > 0 ? visible : FromMarks(MarkKind.Byline);
        visible = visible.Count > 0 ? visible : FromLines();
        return visible.Count > 0 ? visible : [.. Names(_linked.Authors), .. _linked.Authors.Count > 0 ? [] : stated];
    }

    /// <summary>The names that the site's rule selects.</summary>
    private List<string> Ruled() =>
        Names(
            _page.Marks.Where(mark => mark.Kind == MarkKind.RuledAuthor).Select(mark => _page.TextOf(mark).ToString()));

    private static List<string> Names(IEnumerable<string> values) =>
        [.. values.SelectMany(value => PersonNames.Split(value, isStated: true)).Distinct(
            StringComparer.OrdinalIgnoreCase)];

    private bool IsPublisher(string name) =>
        name.Equals(_siteName, StringComparison.OrdinalIgnoreCase)
            || name.Equals(_linked.Publisher, StringComparison.OrdinalIgnoreCase);

    private List<string> WithoutPublisher(List<string> names) => [.. names.Where(name => !IsPublisher(name))];

    private List<string> FromMetas()
    {
        foreach (string name in Metas)
        {
            if (_page.Metas.TryGetValue(name, out List<string>? values) && Names(values) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    private List<string> FromMarks(MarkKind kind)
    {
        List<string> best = [];
        int bestDistance = BodyPlace.Farthest;
        foreach (PageMark mark in _page.Marks)
        {
            PageNode node = _page.Nodes[mark.Node];
            int distance = _place.DistanceTo(node);
            if (mark.Kind != kind || distance > bestDistance || node.TextEnd - node.TextStart > 200)
            {
                continue;
            }

            List<string> names = NamesIn(_page.TextOf(node.TextStart, node.TextEnd));
            if (names.Count == 0)
            {
                continue;
            }

            if (distance == bestDistance)
            {
                best.AddRange(names.Except(best, StringComparer.OrdinalIgnoreCase));
            }
            else
            {
                best = names;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>The names on the first line with any; the rest of the box is biography.</summary>
    private static List<string> NamesIn(ReadOnlySpan<char> text)
    {
        foreach (Range line in text.Split('\n'))
        {
            if (PersonNames.Split(text[line]) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>Reads a short line near the headline that begins with "By".</summary>
    private List<string> FromLines()
    {
        for (int i = Math.Max(0, _place.HeadlineBlock - 3);
            i < Math.Min(_place.FirstBlock + 3, _page.Blocks.Length);
            i++)
        {
            ReadOnlySpan<char> text = _page.TextOf(_page.Blocks[i]);
            if (text.Length < 120 && PersonNames.StartsByline(text) && PersonNames.Split(text) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }
}

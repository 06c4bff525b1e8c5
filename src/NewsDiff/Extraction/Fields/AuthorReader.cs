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

    private const int LongestSignature = 60;

    /// <summary>The maximum number of lines between two authors; one may state the first author's job.</summary>
    private const int LinesBetween = 1;

    /// <summary>The number of lines below the body that may say who wrote it.</summary>
    private const int LinesOfCredit = 10;

    /// <summary>The number of lines of the body that may be about its author.</summary>
    private const int LastLines = 4;

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

        List<string> stated = WithoutPublisher(Names(_linked.Authors.Where(value => !IsPublisher(value))));
        if (stated.Count == 0)
        {
            stated = FromMetas();
        }

        if (stated.Count > 0 && !stated.All(IsPublisher))
        {
            return Completed(WithoutPublisher(stated));
        }

        List<string> visible = Visible();
        visible = visible.Count > 0 ? visible : FromSignature();
        visible = visible.Count > 0 ? visible : WithoutPublisher(FromCredit());
        visible = visible.Count > 0 ? visible
            : _linked.Authors.Count > 0 ? Names(_linked.Authors)
            : stated;
        visible = visible.Count > 0 ? visible : AsWritten();
        visible = visible.Count > 0 ? visible : FromMarks(MarkKind.Author, static names => names);
        return visible.Count > 0 ? visible : FromMarks(MarkKind.Byline, static names => names);
    }

    /// <summary>The names below the headline, where they are more than the stated ones, or quite others.</summary>
    /// <remarks>Publishing systems state the account that posted an article, and often only the first author.</remarks>
    private List<string> Completed(List<string> stated)
    {
        List<string> shown = WithoutPublisher(FromHead());
        return shown.Count > 0 && shown.TrueForAll(IsWholeName) && (HasAll(shown, stated) || !HasAny(shown, stated))
            ? shown
            : stated;
    }

    /// <summary>Reads a line between headline and body that begins with "By".</summary>
    private List<string> FromHead()
    {
        for (int i = _place.HeadlineBlock + 1; i < Math.Min(_place.FirstBlock, _page.Blocks.Length); i++)
        {
            ReadOnlySpan<char> text = _page.TextOf(_page.Blocks[i]);
            if (text.Length < 120 && PersonNames.StartsByline(text) && !PersonNames.StartsReview(text)
                && PersonNames.Split(text) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    private static bool HasAll(List<string> names, List<string> wanted) =>
        wanted.TrueForAll(name => names.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether some name is in both lists, at least in part.</summary>
    private static bool HasAny(List<string> names, List<string> others) =>
        names.Exists(name => others.Exists(other =>
            name.Contains(other, StringComparison.OrdinalIgnoreCase)
            || other.Contains(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A stated author who has no person's name: a newsroom, a ministry, a user.</summary>
    private List<string> AsWritten()
    {
        foreach (string value in _linked.Authors.Concat(Metas.SelectMany(
            name => _page.Metas.GetValueOrDefault(name, []))))
        {
            string author = PlainText.Collapse(value).Trim();
            if (PersonNames.MayBeWritten(author))
            {
                return [author];
            }
        }

        return [];
    }

    /// <summary>The names that readers see: in marked places, otherwise in a line that begins like a byline.</summary>
    /// <remarks>A single word behind a link may be a topic, so that a byline of whole names is surer.</remarks>
    private List<string> Visible()
    {
        List<string> linked = FromMarks(MarkKind.Author, WithoutPublisher);
        if (linked.Exists(IsWholeName))
        {
            return linked;
        }

        List<string> shown = FromMarks(MarkKind.Byline, WithoutPublisher);
        return shown.Exists(IsWholeName) || (linked.Count == 0 && shown.Count > 0) ? shown
            : linked.Count > 0 ? linked
            : WithoutPublisher(FromLines(_place.FirstBlock + 3));
    }

    /// <summary>Whether it has a given name and a family name; some scripts write them without a space.</summary>
    private static bool IsWholeName(string name) =>
        !char.IsLower(name[0]) && (name.Contains(' ', StringComparison.Ordinal) || name[0] >= '\u3000');

    /// <summary>The names that the site's rule selects.</summary>
    private List<string> Ruled() =>
        Names(
            _page.Marks.Where(mark => mark.Kind == MarkKind.RuledAuthor).Select(mark => _page.TextOf(mark).ToString()));

    private static List<string> Names(IEnumerable<string> values) =>
        [.. values.SelectMany(value => PersonNames.Split(value, isStated: true)).Distinct(
            StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether a name is the site's: its stated name, the same with more words, or its host name.</summary>
    private bool IsPublisher(string name) =>
        IsSame(name, _siteName) || IsSame(name, _linked.Publisher)
            || _page.Url.Host.Split('.').Contains(
                name.Replace(" ", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);

    private static bool IsSame(string name, string? site) =>
        site is not null
            && (name.Equals(site, StringComparison.OrdinalIgnoreCase)
                || site.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)
                || (name.StartsWith(site, StringComparison.OrdinalIgnoreCase) && !char.IsLower(name[site.Length])));

    private List<string> WithoutPublisher(List<string> names) => [.. names.Where(name => !IsPublisher(name))];

    private List<string> FromMetas()
    {
        foreach (string name in Metas)
        {
            if (_page.Metas.TryGetValue(name, out List<string>? values)
                && Names(values.Where(value => !IsPublisher(value))) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return FromCardLabels();
    }

    /// <summary>The names beside a label such as "Written by" in the facts for link cards.</summary>
    private List<string> FromCardLabels()
    {
        foreach (string number in (ReadOnlySpan<string>)["1", "2"])
        {
            if (_page.Meta($"twitter:label{number}") is { } label
                && PersonNames.IsOpening(label)
                && _page.Meta($"twitter:data{number}") is { } value)
            {
                return Names([value]);
            }
        }

        return [];
    }

    private List<string> FromMarks(MarkKind kind, Func<List<string>, List<string>> choose)
    {
        List<string> best = [];
        int bestDistance = BodyPlace.Farthest;
        int end = 0;
        foreach (PageMark mark in _page.Marks)
        {
            PageNode node = _page.Nodes[mark.Node];
            int distance = _place.DistanceTo(node);
            bool isNext = best.Count > 0 && node.FirstBlock >= end && node.FirstBlock <= end + LinesBetween;
            if (mark.Kind != kind || (distance > bestDistance && !isNext) || node.TextEnd - node.TextStart > 200)
            {
                continue;
            }

            List<string> names = choose(NamesIn(_page.TextOf(node.TextStart, node.TextEnd)));
            if (names.Count == 0 || IsReviewer(node))
            {
                continue;
            }

            end = Math.Max(end, node.EndBlock);
            if (distance == bestDistance || isNext)
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

    /// <summary>Whether an element or the words before it say that somebody checked or edited the text.</summary>
    private bool IsReviewer(in PageNode node) =>
        PersonNames.StartsReview(_page.TextOf(node.TextStart, node.TextEnd))
            || PersonNames.EndsWithReview(_page.TextOf(Math.Max(0, node.TextStart - LongestSignature), node.TextStart));

    /// <summary>The names on the first line with any; the rest of the box is biography.</summary>
    /// <remarks>A line that begins like a byline comes before all others.</remarks>
    private static List<string> NamesIn(ReadOnlySpan<char> text)
    {
        foreach (Range line in text.Split('\n'))
        {
            if (PersonNames.StartsByline(text[line].Trim()) && PersonNames.Split(text[line]) is { Count: > 0 } names)
            {
                return names;
            }
        }

        foreach (Range line in text.Split('\n'))
        {
            if (PersonNames.Split(text[line]) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>Reads a signature: a bold line of names only, where the body begins or ends.</summary>
    private List<string> FromSignature()
    {
        foreach (int i in (ReadOnlySpan<int>)[_place.FirstBlock - 1, _place.FirstBlock, _place.EndBlock - 1])
        {
            if (i >= 0 && i < _page.Blocks.Length
                && _page.Blocks[i] is { Sentences: 0, LinkWeight: 0, Weight: > 0 and < LongestSignature } block
                && block.EmphasisWeight == block.Weight
                && _page.Nodes[block.Node].Kind == ElementKind.Paragraph
                && PersonNames.Split(_page.TextOf(block)) is { Count: > 0 } names
                && names.TrueForAll(IsWholeName))
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>Reads "Written by" and a whole name, in one line or two, where the body ends or below.</summary>
    /// <remarks>A lone "by" may stand below the headlines of other articles there; "Author" may be a heading.</remarks>
    private List<string> FromCredit()
    {
        int end = Math.Min(_place.EndBlock + LinesOfCredit, _page.Blocks.Length);
        for (int i = Math.Max(_place.FirstBlock + 1, _place.EndBlock - LastLines); i < end; i++)
        {
            ReadOnlySpan<char> text = _page.TextOf(_page.Blocks[i]);
            bool isHeading = _page.Nodes[_page.Blocks[i].Node].Kind == ElementKind.Heading;
            bool isCredit = text.Length < LongestSignature
                && (PersonNames.StartsCredit(text) || (isHeading && PersonNames.IsBareOpening(text)))
                && !_page.Nodes[_page.Blocks[i].Node].Granted.HasAny(Roles.Comments | Roles.Related);
            int line = isCredit && PersonNames.IsBareOpening(text) && i + 1 < _page.Blocks.Length ? i + 1 : i;
            ReadOnlySpan<char> name = _page.TextOf(_page.Blocks[line]);
            if (isCredit && name.Length < LongestSignature
                && PersonNames.Split(name) is { Count: > 0 } names && names.TrueForAll(IsWholeName))
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>Reads a short line near the headline that begins with "By", or the line after it.</summary>
    private List<string> FromLines(int end)
    {
        for (int i = Math.Max(0, _place.HeadlineBlock - 3); i < Math.Min(end, _page.Blocks.Length); i++)
        {
            ReadOnlySpan<char> text = _page.TextOf(_page.Blocks[i]);
            if (text.Length < 120 && PersonNames.StartsByline(text) && PersonNames.Split(text) is { Count: > 0 } names)
            {
                return names;
            }

            if (i + 1 < end && PersonNames.IsBareOpening(text)
                && _page.TextOf(_page.Blocks[i + 1]) is { Length: < LongestSignature } next
                && PersonNames.Split(next) is { Count: > 0 } below && below.TrueForAll(IsWholeName))
            {
                return below;
            }
        }

        return [];
    }
}

using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Finds the only headline above an article, when the page shows no stated title.</summary>
/// <remarks>Editors change a headline without changing the title in the page's head.</remarks>
internal sealed class StandingHeadline
{
    /// <summary>Roles of hidden elements, or of elements outside the article.</summary>
    private const Roles NeverHeadline =
        Roles.Hidden | Roles.Navigation | Roles.Footer | Roles.Aside | Roles.Comments | Roles.Related
            | Roles.Newsletter | Roles.Advert | Roles.Banner;

    /// <summary>The divisor of a title's length that gives the minimum length of a headline.</summary>
    /// <remarks>A shorter line is not a headline, but for example the name of a section.</remarks>
    private const int ShortestPart = 3;

    /// <summary>The smallest share of a title that remains without the site's addition.</summary>
    private const double LeastShareShown = 0.4;

    /// <summary>The lowest rank of a heading that may be the only headline.</summary>
    private const int LowestRank = 3;

    /// <summary>The part of the prose that may be above the first heading, as a divisor.</summary>
    private const int LeastBelow = 10;

    /// <summary>The maximum number of headings examined.</summary>
    private const int MostHeadings = 50;

    private readonly Page _page;
    private readonly IReadOnlyList<string> _claims;
    private readonly string? _section;

    /// <summary>Looks for the headline of a page.</summary>
    /// <param name="page">The page, with the roles granted.</param>
    /// <param name="claims">The titles in its head.</param>
    /// <param name="section">The name of its section, or null.</param>
    public StandingHeadline(Page page, IReadOnlyList<string> claims, string? section)
    {
        _page = page;
        _claims = claims;
        _section = section;
    }

    /// <summary>Whether readers see an element where a headline may be.</summary>
    public static bool IsSeen(in PageNode node) => !node.Granted.HasAny(NeverHeadline);

    /// <summary>The headline; null unless there is exactly one and no stated title is shown.</summary>
    /// <param name="isSite">Whether a line is the site's name.</param>
    public string? Find(Func<string, bool> isSite)
    {
        List<int> headlines =
        [
            .. _page.Marks.Where(mark => mark.Kind == MarkKind.Headline)
                .Select(mark => mark.Node)
                .Where(node => MayHead(node, isSite)),
        ];
        List<int> inside = [.. headlines.Where(IsInArticle)];
        string[] texts = [.. (inside.Count > 0 ? inside : headlines).Select(TextOf).Distinct(StringComparer.Ordinal)];
        return texts.Length == 1 && !IsClaimShown(isSite) ? texts[0] : null;
    }

    /// <summary>The first heading of the highest rank above most of the prose; null for none.</summary>
    /// <param name="isSite">Whether a line is the site's name.</param>
    public string? First(Func<string, bool> isSite)
    {
        string? first = null;
        int level = LowestRank + 1;
        int looked = 0;
        for (int i = 0; i < _page.Nodes.Length && looked < MostHeadings; i++)
        {
            PageNode node = _page.Nodes[i];
            if (node.Kind == ElementKind.Heading && node.Level < level)
            {
                looked++;
                bool isFirst = MayHead(i, isSite) && IsAboveProse(node, LeastBelow);
                (first, level) = isFirst ? (TextOf(i), node.Level) : (first, level);
            }
        }

        return first;
    }

    private string TextOf(int node) =>
        _page.TextOf(_page.Nodes[node].TextStart, _page.Nodes[node].TextEnd).ToString().Replace('\n', ' ');

    private bool MayHead(int node, Func<string, bool> isSite)
    {
        PageNode element = _page.Nodes[node];
        if (!IsSeen(element)
            || element.TextEnd - element.TextStart is <= 1 or >= TitleReader.LongestHeadline
            || !IsAboveProse(element, 2))
        {
            return false;
        }

        string text = TextOf(node);
        return !isSite(text)
            && !text.Equals(_section, StringComparison.OrdinalIgnoreCase)
            && NotArticlePhrases.FindError(text) is null
            && !_claims.Any(claim => text.Length * ShortestPart < claim.Length) && !LeadsElsewhere(node);
    }

    /// <summary>Whether less than a part of the prose is above an element: with 2, most is below.</summary>
    private bool IsAboveProse(in PageNode element, int part)
    {
        int above = 0;
        for (int i = 0; i < element.FirstBlock; i++)
        {
            TextBlock block = _page.Blocks[i];
            above += _page.Nodes[block.Node].Granted.HasAny(Roles.Denied) ? 0 : Body.ProseMeasure.ProseOf(block);
        }

        return above * part < _page.Nodes[0].Prose;
    }

    /// <summary>Whether it links to another page, like a site's name but unlike a headline.</summary>
    private bool LeadsElsewhere(int node)
    {
        for (int i = node; i < _page.Nodes[node].EndNode; i++)
        {
            if (_page.Nodes[i].Kind == ElementKind.Link && _page.Elements[i].Address is { } address
                && !IsOwn(address.Span))
            {
                return true;
            }
        }

        // A link around it leads elsewhere too.
        for (int i = _page.Nodes[node].Parent; i >= 0; i = _page.Nodes[i].Parent)
        {
            if (_page.Nodes[i].Kind == ElementKind.Link && _page.Elements[i].Address is { } address)
            {
                return !IsOwn(address.Span);
            }
        }

        return false;
    }

    private bool IsOwn(ReadOnlySpan<char> address) =>
        _page.Resolve(address) is { } url
            && url.AbsolutePath.AsSpan().TrimEnd('/').SequenceEqual(_page.Url.AbsolutePath.AsSpan().TrimEnd('/'));

    private bool IsInArticle(int node)
    {
        for (int i = node; i >= 0; i = _page.Nodes[i].Parent)
        {
            if (_page.Nodes[i].Own.HasAny(Roles.Article | Roles.Body))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line shows a stated title, with or without the site's addition.</summary>
    private bool IsClaimShown(Func<string, bool> isSite)
    {
        foreach (ref readonly TextBlock block in _page.Blocks)
        {
            ReadOnlySpan<char> text = _page.TextOf(block);
            if (text.Length is <= 1 or >= TitleReader.LongestHeadline
                || _page.Nodes[block.Node].Granted.HasAny(Roles.Denied & ~Roles.Header))
            {
                continue;
            }

            foreach (string claim in _claims)
            {
                if (text.Length >= LeastShareShown * claim.Length
                    && claim.StartsWith(text, StringComparison.Ordinal)
                    && !isSite(text.ToString()))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

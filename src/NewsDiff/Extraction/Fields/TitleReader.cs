using System.Net;
using System.Text;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads the headline: the visible one if the head confirms it, otherwise the stated one.</summary>
internal static class TitleReader
{
    private static readonly string[] Separators =
    [
        " | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " / ", " « ", " _ ", "|", "｜", "_",
    ];

    private static readonly char[] Colons = [':', '：'];

    /// <summary>The maximum length of a headline.</summary>
    public const int LongestHeadline = 500;

    private const double LeastShareShown = 0.4;

    /// <summary>The maximum number of separators in a title; parts are compared with all stated titles.</summary>
    private const int MostCuts = 50;

    /// <summary>The smallest share of words that a headline has in common with an equivalent title.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>The likeness of a headline that equals a title; any other is less.</summary>
    private const double Equal = 2;

    /// <summary>
    /// The longest headline that a title may contain by chance; one with a longer headline repeats it.
    /// </summary>
    private const int LongestLabel = 8;

    /// <summary>The number of words that a title may have beyond the headline without loss of likeness.</summary>
    private const int MostAdded = 3;

    /// <summary>The maximum number of elements in a headline that may be a part of it.</summary>
    private const int MostParts = 10;

    /// <summary>The longest text that may be in the site's address by chance; a longer one is its name.</summary>
    private const int LongestChanceMatch = 3;

    public static string Read(Page page, LinkedData linked, string? siteName)
    {
        if (Ruled(page) is { } ruled)
        {
            return ruled;
        }

        string?[] stated = [page.Meta("og:title"), linked.Headline, page.Meta("twitter:title"), page.DocumentTitle];
        List<string> claims = [.. stated.Where(claim => !string.IsNullOrWhiteSpace(claim))
            .Select(claim => Clean(MarkupText.WithoutEmphasis(claim!)))
            .Distinct(StringComparer.Ordinal)];
        List<string> headlines = Headlines(page, claims, static (in PageNode _) => true);
        var standing = new StandingHeadline(page, claims, SiteReader.Section(page, linked));
        string? best = MostLike(Headlines(page, claims, StandingHeadline.IsSeen), claims, siteName, page)
            ?? standing.Find(text => IsSite(text, siteName, page) || IsRest(text, claims, page))
            ?? MostLike(headlines, claims, siteName, page);
        if (best is not null)
        {
            return best;
        }

        if (claims.TrueForAll(claim => IsSite(claim, siteName, page)))
        {
            return standing.First(text => IsSite(text, siteName, page))
                ?? claims.FirstOrDefault() ?? headlines.FirstOrDefault() ?? "";
        }

        bool hasFewParts = Separators.Sum(separator => claims[0].AsSpan().Count(separator)) <= MostCuts;
        return hasFewParts ? Stripped(claims[0], claims, siteName, page) : claims[0];
    }

    /// <summary>The headline that the site's rule selects.</summary>
    private static string? Ruled(Page page)
    {
        foreach (PageMark mark in page.Marks)
        {
            if (mark.Kind == MarkKind.RuledTitle && Clean(page.TextOf(mark).ToString()) is { Length: > 0 } title)
            {
                return title;
            }
        }

        return null;
    }

    /// <summary>The headline that best matches a stated title, with or without the site's addition.</summary>
    private static string? MostLike(List<string> headlines, List<string> claims, string? siteName, Page page)
    {
        string? best = null;
        double bestLikeness = LeastLikeness;
        foreach (string headline in headlines)
        {
            double likeness = claims.Select(claim => Likeness(headline, claim)).DefaultIfEmpty().Max();
            if (likeness > bestLikeness && !IsSite(headline, siteName, page) && !IsRest(headline, claims, page))
            {
                best = headline;
                bestLikeness = likeness;
            }
        }

        return best;
    }

    /// <summary>Whether a line is only the site's addition to a stated or visible headline.</summary>
    private static bool IsRest(string text, List<string> claims, Page page)
    {
        string title = Clean(page.DocumentTitle ?? "");
        foreach (string separator in Separators)
        {
            if (title.EndsWith(separator + text, StringComparison.Ordinal))
            {
                string head = title[..^(separator.Length + text.Length)].Trim();
                return claims.Contains(head, StringComparer.Ordinal) || IsHeading(page, head);
            }
        }

        return false;
    }

    private static bool IsHeading(Page page, string text)
    {
        foreach (ref readonly TextBlock block in page.Blocks)
        {
            if (page.Nodes[block.Node].Kind == ElementKind.Heading && page.TextOf(block).SequenceEqual(text))
            {
                return true;
            }
        }

        return false;
    }

    private delegate bool NodeTest(in PageNode node);

    private static List<string> Headlines(Page page, List<string> claims, NodeTest isMeant)
    {
        var headlines = new List<string>();
        foreach (PageMark mark in page.Marks)
        {
            PageNode node = page.Nodes[mark.Node];
            if (mark.Kind == MarkKind.Headline
                && node.TextEnd - node.TextStart is > 1 and < LongestHeadline
                && isMeant(node))
            {
                string text = page.SeenTextOf(mark.Node, node.TextStart, node.TextEnd).Replace('\n', ' ');
                headlines.Add(claims.Contains(text) ? text : StatedPart(page, mark.Node, claims) ?? text);
            }
        }

        return headlines;
    }

    /// <summary>The part of a headline that is a stated title, beside a kicker, a badge or the like.</summary>
    private static string? StatedPart(Page page, int headline, List<string> claims)
    {
        PageNode whole = page.Nodes[headline];
        int end = Math.Min(whole.EndNode, headline + MostParts);
        for (int i = headline + 1; i < end; i++)
        {
            PageNode part = page.Nodes[i];
            string inner = page.TextOf(part.TextStart, part.TextEnd).ToString();
            string rest = PlainText.Collapse(
                $"{page.TextOf(whole.TextStart, part.TextStart)} {page.TextOf(part.TextEnd, whole.TextEnd)}").Trim();
            foreach (string text in (ReadOnlySpan<string>)[inner, rest])
            {
                if (text.Length > 0 && claims.Exists(claim => IsStated(text, claim)))
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a text is a stated title, perhaps with the site's addition there.</summary>
    private static bool IsStated(string text, string claim) =>
        claim.StartsWith(text, StringComparison.Ordinal)
        && (claim.Length == text.Length
            || Separators.Any(separator => claim.AsSpan(text.Length).StartsWith(separator, StringComparison.Ordinal)));

    /// <summary>Removes the site's name and similar parts from the ends of a title.</summary>
    /// <remarks>A part is also removed when the rest is stated elsewhere or is a line of the page.</remarks>
    private static string Stripped(string title, List<string> claims, string? siteName, Page page)
    {
        foreach (string separator in Separators)
        {
            for (int at = title.LastIndexOf(separator, StringComparison.Ordinal);
                at > 0;
                at = title.LastIndexOf(separator, at - 1, StringComparison.Ordinal))
            {
                string head = title[..at].Trim();
                string tail = title[(at + separator.Length)..].Trim();
                if (IsSite(tail, siteName, page)
                    || page.Ancestors.IsAncestor(tail)
                    || claims.Any(claim => Fold(claim) == Fold(head))
                    || IsShown(page, head, title))
                {
                    return Stripped(head, claims, siteName, page);
                }
            }

            int first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && IsSite(title[..first].Trim(), siteName, page))
            {
                return title[(first + separator.Length)..].Trim();
            }
        }

        return WithoutLabel(title, siteName, page);
    }

    /// <summary>A title without the site's name before or behind a colon, which other titles have too.</summary>
    private static string WithoutLabel(string title, string? siteName, Page page)
    {
        int first = title.IndexOfAny(Colons);
        int last = title.LastIndexOfAny(Colons);
        return first > 0 && IsSite(title[..first].Trim(), siteName, page) ? title[(first + 1)..].Trim()
            : last > 0 && IsSite(title[(last + 1)..].Trim(), siteName, page) ? title[..last].Trim()
            : title;
    }

    /// <summary>Whether most of a title is a line of the page.</summary>
    /// <remarks>A small part could be a label.</remarks>
    private static bool IsShown(Page page, string head, string title)
    {
        if (head.Length < LeastShareShown * title.Length)
        {
            return false;
        }

        foreach (TextBlock block in page.Blocks)
        {
            if (!page.Nodes[block.Node].Granted.HasAny(Roles.Navigation | Roles.Related | Roles.Comments)
                && page.TextOf(block).SequenceEqual(head))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSite(string text, string? siteName, Page page)
    {
        string folded = Fold(text).Replace(" ", "", StringComparison.Ordinal);
        string host = Fold(page.Url.Host).Replace(" ", "", StringComparison.Ordinal);
        return folded.Length > 0
            && ((siteName is not null && Fold(siteName).Replace(" ", "", StringComparison.Ordinal) == folded)
                || (folded.Length > LongestChanceMatch && host.Contains(folded, StringComparison.Ordinal))
                || page.Ancestors.IsHome(text));
    }

    /// <summary>The share of the headline's words in a stated title; 0 for different titles.</summary>
    private static double Likeness(string headline, string claim)
    {
        string left = Fold(headline);
        string right = Fold(claim);
        if (left == right)
        {
            return Equal;
        }

        if (left.Length > LongestLabel && right.Contains(left, StringComparison.Ordinal))
        {
            return 1 + ((double)left.Length / right.Length);
        }

        HashSet<string> words = [.. left.Split(' ')];
        HashSet<string> others = [.. right.Split(' ')];
        int length = Math.Max(words.Count, Math.Min(others.Count, words.Count + MostAdded));
        return (double)words.Count(others.Contains) / length;
    }

    private static string Clean(string text) =>
        PlainText.Collapse(WebUtility.HtmlDecode(PlainText.Cut(text, PageLimits.TitleLength)));

    private static string Fold(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                builder.Append(char.ToUpperInvariant(c));
            }
            else if (builder.Length > 0 && builder[^1] != ' ')
            {
                builder.Append(' ');
            }
        }

        return builder.ToString().TrimEnd();
    }
}

using System.Collections.Frozen;
using NewsDiff.Text;

namespace NewsDiff.Identity;

/// <summary>Decides by their paths whether two addresses of one site may be of one article.</summary>
internal static class AddressKinship
{
    private const int ShortestSlug = 8;
    private const int ShortestNumber = 5;
    private const int LongestPageNumber = 3;

    /// <summary>Path segments that name a way of showing an article.</summary>
    private static readonly FrozenSet<string> Forms = FrozenSet.Create(
        StringComparer.Ordinal, "amp", "m", "mobile", "print", "comments", "index", "default", "full", "amphtml");

    private static readonly FrozenSet<string> PageParameters = FrozenSet.Create(
        StringComparer.Ordinal, "page", "p", "pg", "paged", "pagina", "seite", "pagenum", "pagenumber");

    /// <summary>Whether the paths differ only in form, or share an article's number or name.</summary>
    public static bool IsKin(Uri left, Uri right)
    {
        string[] first = Parts(left);
        string[] second = Parts(right);
        return first.AsSpan().SequenceEqual(second)
            || (first.Length > 0 && second.Length > 0 && SharesSlug(first[^1], second[^1]))
            || Numbers(left).Intersect(Numbers(right), StringComparer.Ordinal).Any();
    }

    /// <summary>Whether an address is a section of the site that contains the other.</summary>
    public static bool IsAbove(Uri section, Uri page)
    {
        string[] above = Parts(section);
        string[] below = Parts(page);
        return above.Length < below.Length && below.AsSpan(0, above.Length).SequenceEqual(above);
    }

    /// <summary>Whether a page has a page number, and the other address has another one or none.</summary>
    public static bool IsOtherPage(Uri page, Uri claimed) =>
        PageNumber(page) is { } number && number != PageNumber(claimed);

    /// <summary>The path in lower case, without words for the form and without file endings.</summary>
    private static string[] Parts(Uri url) =>
        [.. url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(WithoutEnding)
            .Where(part => !Forms.Contains(part))];

    private static string WithoutEnding(string part)
    {
        string name = AsciiCase.Lower(part);
        foreach (string ending in (ReadOnlySpan<string>)[".html", ".htm", ".php", ".amp", ".aspx"])
        {
            name = name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
        }

        return name;
    }

    /// <summary>Whether the names share most words, or are equal and long enough for an article.</summary>
    private static bool SharesSlug(string left, string right)
    {
        if (left == right)
        {
            return left.Length >= ShortestSlug;
        }

        string[] first = [.. left.Split('-', '_').Distinct(StringComparer.Ordinal)];
        string[] second = [.. right.Split('-', '_').Distinct(StringComparer.Ordinal)];
        int shared = first.Intersect(second, StringComparer.Ordinal).Count();
        return shared >= 3 && shared * 2 >= Math.Max(first.Length, second.Length);
    }

    /// <summary>The numbers that may be an article's: five digits or more, but not a date.</summary>
    private static IEnumerable<string> Numbers(Uri url)
    {
        string text = url.PathAndQuery;
        for (int i = 0; i < text.Length; i++)
        {
            int end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - i >= ShortestNumber && !IsDate(text.AsSpan(i, end - i)))
            {
                yield return text[i..end];
            }

            i = Math.Max(i, end);
        }
    }

    private static bool IsDate(ReadOnlySpan<char> digits) =>
        digits.Length is 6 or 8 && (digits.StartsWith("19") || digits.StartsWith("20"));

    private static string? PageNumber(Uri url)
    {
        foreach (string parameter in url.Query.TrimStart('?').Split('&'))
        {
            if (parameter.Split('=') is [var name, var value]
                && PageParameters.Contains(AsciiCase.Lower(name))
                && IsPageNumber(value))
            {
                return value;
            }
        }

        return url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., _, var last]
            && IsPageNumber(last) ? last : null;
    }

    private static bool IsPageNumber(string text) =>
        text.Length is > 0 and <= LongestPageNumber && text.All(char.IsAsciiDigit) && text != "1";
}

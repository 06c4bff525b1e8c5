using System.Buffers;
using System.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>
/// Names the place of an element so that the next capture of a page finds it again: tags and the lasting parts of class
/// names.
/// </summary>
internal static class ContainerPath
{
    private const int MostElements = 12;
    private const int MostClasses = 3;
    private const int ShortestStem = 3;
    private static readonly SearchValues<char> White = SearchValues.Create(" \t\n\r\f");

    public static string Of(Page page, int node)
    {
        var parts = new List<string>(MostElements);
        for (int around = node; around >= 0 && parts.Count < MostElements; around = page.Nodes[around].Parent)
        {
            parts.Add(PartOf(page.Elements[around]));
        }

        parts.Reverse();
        return string.Join('>', parts);
    }

    private static string PartOf(PageElement element)
    {
        var part = new StringBuilder(element.Tag);
        ReadOnlySpan<char> names = element.Classes;
        var used = new List<Range>(MostClasses);
        foreach (Range range in names.SplitAny(White))
        {
            ReadOnlySpan<char> stem = StemOf(names[range]);
            if (stem.Length >= ShortestStem && !Contains(names, used, names[range]))
            {
                part.Append('.').Append(stem);
                used.Add(range);
            }

            if (used.Count == MostClasses)
            {
                break;
            }
        }

        return part.ToString();
    }

    /// <summary>Repeated names count once.</summary>
    private static bool Contains(ReadOnlySpan<char> names, List<Range> used, ReadOnlySpan<char> name)
    {
        foreach (Range range in used)
        {
            if (names[range].SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The part of a class name before what a build or an article's number puts there: css-1x7a and story__a9Fb2
    /// change, css and story stay.
    /// </summary>
    private static ReadOnlySpan<char> StemOf(ReadOnlySpan<char> name)
    {
        int digit = name.IndexOfAnyInRange('0', '9');
        if (digit < 0)
        {
            return name;
        }

        int end = name[..digit].LastIndexOfAny('-', '_');
        return end < 0 ? [] : name[..end].TrimEnd("-_");
    }
}

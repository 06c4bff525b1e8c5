using System.Buffers;
using System.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Names an element's place, so that the next capture of the page finds it.</summary>
/// <remarks>The name consists of tags and the stable parts of class names.</remarks>
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
        ReadOnlySpan<char> names = element.Classes.Span;
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

    /// <summary>Whether it has a name; repeated names count once.</summary>
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

    /// <summary>The stable part of a class name.</summary>
    /// <remarks>Builds and article numbers change the rest: css-1x7a and story__a9Fb2 become css and story.</remarks>
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

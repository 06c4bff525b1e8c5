using System.Text;
using AngleSharp.Dom;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Names the place of an element so that the next capture of a page finds it again: tags and the lasting parts of class names.</summary>
internal static class ContainerPath
{
    private const int MostElements = 12;
    private const int MostClasses = 3;
    private const int ShortestStem = 3;

    public static string Of(IElement element)
    {
        var parts = new List<string>(MostElements);
        for (IElement? around = element; around is not null && parts.Count < MostElements; around = around.ParentElement)
        {
            parts.Add(PartOf(around));
        }

        parts.Reverse();
        return string.Join('>', parts);
    }

    private static string PartOf(IElement element)
    {
        var part = new StringBuilder(element.LocalName);
        int classes = 0;
        foreach (string name in element.ClassList)
        {
            ReadOnlySpan<char> stem = StemOf(name);
            if (stem.Length >= ShortestStem && ++classes <= MostClasses)
            {
                part.Append('.').Append(stem);
            }
        }

        return part.ToString();
    }

    /// <summary>The part of a class name before what a build or an article's number puts there: css-1x7a and story__a9Fb2 change, css and story stay.</summary>
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

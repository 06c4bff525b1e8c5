using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction;

/// <summary>Recognises pages that publishing systems call listings in the class names of their body.</summary>
internal static class ListingWords
{
    /// <summary>Whether the page's body has such a name, and none of a single story.</summary>
    /// <remarks>WordPress: https://developer.wordpress.org/reference/functions/get_body_class/</remarks>
    public static bool AreIn(Page page)
    {
        for (int i = 0; i < page.Nodes.Length; i++)
        {
            if (page.Nodes[i].Kind == ElementKind.Body)
            {
                return AreIn(page.Elements[i].Classes.Span);
            }
        }

        return false;
    }

    private static bool AreIn(ReadOnlySpan<char> classes)
    {
        bool isArchive = false;
        bool isHome = false;
        bool isBlog = false;
        foreach (ReadOnlySpan<char> name in new ClassNames(classes))
        {
            if (name is "single" or "singular" or "attachment" or "page")
            {
                return false;
            }

            isArchive |= name is "archive" or "search-results";
            isHome |= name is "home";
            isBlog |= name is "blog";
        }

        return isArchive || (isHome && isBlog);
    }
}

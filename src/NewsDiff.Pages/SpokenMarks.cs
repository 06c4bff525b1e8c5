using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages;

/// <summary>The styles that say in the page's language where words were added or removed.</summary>
internal static class SpokenMarks
{
    // The texts of the files hold no quotation marks, which a test sees to.
    internal static string Styles { get; } = string.Concat(PageTexts.Languages.Select(language =>
    {
        var texts = PageTexts.Of(language);
        return $"""
            :root:lang({language}) {"{"}
              --nd-said-inserted: " [{texts["inserted"]}: ";
              --nd-said-deleted: " [{texts["deleted"]}: ";
              --nd-said-moved: " [{texts["end of what moved"]}] ";
            {"}"}

            """;
    }));
}

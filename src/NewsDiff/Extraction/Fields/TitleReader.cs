using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads the headline.</summary>
internal static class TitleReader
{
    public static string Read(Page page, LinkedData linked) =>
        page.Meta("og:title") ?? linked.Headline ?? page.DocumentTitle?.Trim() ?? "";
}

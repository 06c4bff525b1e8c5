using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Rendering;
using NewsDiff.Tool.Input;

namespace NewsDiff.Tool.Output;

/// <summary>The formats in which comparisons are written, by their command-line names.</summary>
internal static class DiffFormats
{
    internal const string Ansi = "ansi";
    internal const string Json = "json";
    private const string Html = "html";
    private const string InlineHtml = "inline-html";
    private const string Unified = "unified";
    private const string Markdown = "markdown";

    private static readonly ImmutableArray<string> Names = [Ansi, Html, InlineHtml, Json, Unified, Markdown];

    internal static Option<string> Option()
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = "The format: ansi (for the terminal), html or inline-html (a page in two columns or one), json, "
                + "unified or markdown.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => Ansi,
        };
        option.Offer([.. Names]);
        return option;
    }

    /// <summary>Writes a comparison in one of the formats; HTML becomes a whole page.</summary>
    internal static Task WriteAsync(ArticleDiff diff, string format, Screen screen) => format switch
    {
        Html => screen.WriteTextAsync(Page(diff, HtmlDiffLayout.SideBySide)),
        InlineHtml => screen.WriteTextAsync(Page(diff, HtmlDiffLayout.Inline)),
        Json => screen.WriteTextAsync(Printable.Json(new JsonDiffRenderer().Render(diff))),
        Unified => screen.WriteTextAsync(new UnifiedDiffRenderer().Render(diff)),
        Markdown => screen.WriteTextAsync(new MarkdownDiffRenderer().Render(diff)),
        _ => screen.WriteDiffAsync(diff),
    };

    private static string Page(ArticleDiff diff, HtmlDiffLayout layout)
    {
        var renderer = new HtmlDiffRenderer(new HtmlDiffOptions { Layout = layout });
        return Printable.Markup(StandalonePage.Write(diff.After.Title, diff.After.Language, renderer.Render(diff)));
    }
}

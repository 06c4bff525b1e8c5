using System.Text.Encodings.Web;

namespace NewsDiff.Tool.Output;

/// <summary>Turns a fragment of HTML into a whole page that can be saved and opened.</summary>
internal static class StandalonePage
{
    internal static string Write(string title, string? language, string fragment) => $"""
        <!DOCTYPE html>
        <html{(language is null ? "" : $" lang=\"{HtmlEncoder.Default.Encode(language)}\"")}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{HtmlEncoder.Default.Encode(title.Length > 0 ? title : "Comparison")}</title>
        </head>
        <body>
        {fragment.TrimEnd('\n')}
        </body>
        </html>

        """;
}

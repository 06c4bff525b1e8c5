namespace NewsDiff.Tool.Input;

/// <summary>Distinguishes a page from plain text by its beginning, as stdin has no name.</summary>
internal static class HtmlSniffer
{
    private const int Beginning = 1024;

    private static readonly string[] Signs =
    [
        "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<main", "<section", "<div", "<h1",
        "<p>", "<p ",
    ];

    internal static bool IsHtml(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (start is not ['<', ..])
        {
            return false;
        }

        start = start[..Math.Min(start.Length, Beginning)];
        foreach (string sign in Signs)
        {
            if (start.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

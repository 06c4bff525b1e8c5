namespace NewsDiff.Tool.Output;

/// <summary>Text of strangers made fit for a terminal: a headline must not be able to move the cursor or colour the screen.</summary>
internal static class Printable
{
    /// <summary>Puts a space for white space of any kind, and U+FFFD for other control and direction-override characters.</summary>
    internal static string Of(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = char.IsWhiteSpace(source[i]) ? ' ' : IsUnfit(source[i]) ? '\uFFFD' : source[i];
        }
    });

    private static bool IsUnfit(char c) =>
        char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

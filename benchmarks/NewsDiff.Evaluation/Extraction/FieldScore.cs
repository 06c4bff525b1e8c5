using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Compares fields with the expected ones after folding width, case and punctuation.</summary>
internal static partial class FieldScore
{
    public static bool IsSameTitle(IEnumerable<string> expected, string? actual) =>
        expected.Any(title => Fold(title) == Fold(actual ?? ""));

    public static bool AreSameAuthors(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Names(expected).SetEquals(Names(actual));

    public static bool IsSameDay(string expected, string? actual) =>
        actual is { Length: >= 10 } && expected.StartsWith(actual[..10], StringComparison.Ordinal);

    private static HashSet<string> Names(IEnumerable<string> names)
    {
        string joined = ByWord().Replace(Spaces().Replace(string.Join("; ", names), " "), "");
        return [.. Separators().Split(joined).Select(Fold).Where(name => name.Length > 0)];
    }

    private static string Fold(string text) => NonWords()
        .Replace(WebUtility.HtmlDecode(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant(), " ")
        .Trim();

    [GeneratedRegex(@"[\W_]+")]
    private static partial Regex NonWords();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(by|von|par|por|de|written by|posted by)[:\s]+", RegexOptions.IgnoreCase)]
    private static partial Regex ByWord();

    [GeneratedRegex(@";|\||, and |,| and | & | und | et | y |/")]
    private static partial Regex Separators();
}

using System.Collections.Frozen;

namespace NewsDiff.Extraction.Fields;

/// <summary>
/// Finds the script of a character (Unicode blocks), and the languages that have a script to themselves.
/// </summary>
internal static class TextScripts
{
    private static readonly (char First, char Last, TextScript Script)[] Blocks =
    [
        ('A', 'Z', TextScript.Latin), ('a', 'z', TextScript.Latin), ('\u00C0', '\u024F', TextScript.Latin),
        ('\u0370', '\u03FF', TextScript.Greek), ('\u0400', '\u052F', TextScript.Cyrillic),
        ('\u0531', '\u058F', TextScript.Armenian), ('\u0591', '\u05F4', TextScript.Hebrew),
        ('\u0600', '\u077F', TextScript.Arabic), ('\u0900', '\u097F', TextScript.Devanagari),
        ('\u0980', '\u09FF', TextScript.Bengali), ('\u0A00', '\u0A7F', TextScript.Gurmukhi),
        ('\u0A80', '\u0AFF', TextScript.Gujarati), ('\u0B80', '\u0BFF', TextScript.Tamil),
        ('\u0C00', '\u0C7F', TextScript.Telugu), ('\u0C80', '\u0CFF', TextScript.Kannada),
        ('\u0D00', '\u0D7F', TextScript.Malayalam), ('\u0D80', '\u0DFF', TextScript.Sinhala),
        ('\u0E00', '\u0E7F', TextScript.Thai), ('\u0E80', '\u0EFF', TextScript.Lao),
        ('\u1000', '\u109F', TextScript.Burmese), ('\u10A0', '\u10FF', TextScript.Georgian),
        ('\u1100', '\u11FF', TextScript.Hangul), ('\u1200', '\u137F', TextScript.Ethiopic),
        ('\u1780', '\u17FF', TextScript.Khmer), ('\u1E00', '\u1EFF', TextScript.Latin),
        ('\u1F00', '\u1FFF', TextScript.Greek), ('\u3040', '\u30FF', TextScript.Kana),
        ('\u3400', '\u4DBF', TextScript.Han), ('\u4E00', '\u9FFF', TextScript.Han),
        ('\uAC00', '\uD7A3', TextScript.Hangul),
    ];

    private static readonly FrozenDictionary<TextScript, string[]> Languages = new Dictionary<TextScript, string[]>
    {
        [TextScript.Greek] = ["el", "grc"],
        [TextScript.Armenian] = ["hy", "hyw"],
        [TextScript.Hebrew] = ["he", "iw", "yi", "lad"],
        [TextScript.Bengali] = ["bn", "as", "mni"],
        [TextScript.Gurmukhi] = ["pa"],
        [TextScript.Gujarati] = ["gu"],
        [TextScript.Tamil] = ["ta"],
        [TextScript.Telugu] = ["te"],
        [TextScript.Kannada] = ["kn", "tcy"],
        [TextScript.Malayalam] = ["ml"],
        [TextScript.Sinhala] = ["si"],
        [TextScript.Thai] = ["th"],
        [TextScript.Lao] = ["lo"],
        [TextScript.Burmese] = ["my", "shn", "mnw"],
        [TextScript.Georgian] = ["ka", "xmf"],
        [TextScript.Ethiopic] = ["am", "ti"],
        [TextScript.Khmer] = ["km"],
        [TextScript.Kana] = ["ja"],
        [TextScript.Han] = ["zh", "yue", "cmn", "wuu", "nan", "lzh"],
        [TextScript.Hangul] = ["ko"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Owners = Languages.Values.SelectMany(codes => codes).ToFrozenSet();

    /// <summary>The script of a character.</summary>
    public static TextScript Of(char c)
    {
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetter(c) ? TextScript.Latin : TextScript.Other;
        }

        int low = 0;
        int high = Blocks.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            (char first, char last, TextScript script) = Blocks[middle];
            if (c >= first && c <= last)
            {
                return script;
            }

            low = c > last ? middle + 1 : low;
            high = c < first ? middle - 1 : high;
        }

        return TextScript.Other;
    }

    /// <summary>Whether a language has a script to itself.</summary>
    public static bool HasOwn(string code) => Owners.Contains(code);

    /// <summary>The codes of the languages that have a script to themselves, the likeliest first.</summary>
    /// <returns>No codes for scripts that many languages share.</returns>
    public static string[] LanguagesOf(TextScript script) => Languages.GetValueOrDefault(script, []);
}

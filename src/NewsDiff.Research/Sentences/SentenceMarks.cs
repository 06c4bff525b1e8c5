using System.Buffers;

namespace NewsDiff.Research.Sentences;

/// <summary>The marks at the ends of sentences.</summary>
internal static class SentenceMarks
{
    private const string Stops = ".!?…‼⁇⁈⁉‽؟۔।॥።፧፨։။។៕";
    private const string FullWidth = "。！？｡．";
    private const string Brackets = "「『（」』）";
    private const string LineEnds = "\n\u2029";

    private static readonly SearchValues<char> AllStops = SearchValues.Create(Stops);

    /// <summary>The characters that may end a sentence, or tell whether another may.</summary>
    internal static SearchValues<char> Telling { get; } =
        SearchValues.Create(Stops + FullWidth + Brackets + LineEnds);

    /// <summary>Whether it ends a sentence if white space follows.</summary>
    /// <remarks>The marks of Latin, Arabic, Devanagari, Urdu, Ethiopic, Armenian, Burmese and Khmer.</remarks>
    internal static bool IsStop(char c) => AllStops.Contains(c);

    /// <summary>Whether it ends a sentence of a script without spaces.</summary>
    internal static bool IsFullWidth(char c) => FullWidth.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether it may be between the end of a sentence and the space after it.</summary>
    internal static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or '“' or '»' or '«' or '›' or '‹'
        or ')' or ']' or '}' or '」' or '』' or '）' or '】' or '》' or '＂' or '*' or '_';

    /// <summary>Whether it may precede the first word of a sentence.</summary>
    internal static bool IsOpener(char c) => c is '"' or '\'' or '“' or '‘' or '„' or '‚' or '«' or '»' or '‹' or '›'
        or '(' or '[' or '{' or '¿' or '¡' or '–' or '—' or '-' or '•' or '*' or '_';

    /// <summary>Whether it belongs to a script without spaces between words.</summary>
    internal static bool IsIdeograph(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}

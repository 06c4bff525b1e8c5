namespace NewsDiff.Text;

/// <summary>The marks that end or divide sentences, in all scripts of the news.</summary>
internal static class Punctuation
{
    /// <summary>Whether it ends a sentence.</summary>
    public static bool EndsSentence(char c) =>
        c is '.' or '!' or '?' or '\u2026' or '\u2047' // Latin; the ellipsis and two question marks
            or '\u3002' or '\uFF01' or '\uFF0E' or '\uFF1F' or '\uFF61' // Chinese, Japanese
            or '\u061F' or '\u06D4' // Arabic, Urdu
            or '\u0964' or '\u0965' // Devanagari, Bengali and their neighbours
            or '\u0589' or '\u1362' or '\u104B' or '\u17D4'; // Armenian, Ethiopic, Burmese, Khmer

    /// <summary>Whether it divides the clauses of a sentence.</summary>
    public static bool SeparatesClauses(char c) =>
        c is ',' or ';'
            or '\u3001' or '\uFF0C' or '\uFF1B' // Chinese, Japanese
            or '\u060C' or '\u061B' // Arabic
            or '\u055D' or '\u1363' or '\u104A'; // Armenian, Ethiopic, Burmese

    /// <summary>Whether it is a closing quote or bracket, which belongs to the sentence before it.</summary>
    public static bool ClosesQuote(char c) => c is '"' or '\u201D' or '\u2019' or ')' or '\u00BB';
}

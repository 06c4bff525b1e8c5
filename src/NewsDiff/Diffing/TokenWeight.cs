using System.Collections.Frozen;

namespace NewsDiff.Diffing;

/// <summary>How much a token says: what a match of it is worth between two changes.</summary>
internal static class TokenWeight
{
    internal const int Word = 4;
    internal const int Weak = 2;
    internal const int Symbol = 1;

    // Words of four letters or more that join sentences rather than say something. Shorter ones are weak anyway.
    private static readonly FrozenSet<string> WeakWords = new[]
    {
        "that", "this", "with", "from", "have", "were", "been", "their", "which", "they", "will", "would", "there",
        "dass", "eine", "einer", "einem", "einen", "nicht", "sich", "auch", "wird", "sind", "nach", "oder",
        "dans", "pour", "avec", "cette", "sont", "mais", "leur", "para", "como", "esta", "este", "pero",
        "della", "dello", "delle", "degli", "nella", "alla", "sono", "anche", "voor", "naar", "maar", "door",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WeakLookup =
        WeakWords.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static int Of(TokenKind kind, ReadOnlySpan<char> text) => kind switch
    {
        TokenKind.Break => Word * 16,
        TokenKind.Symbol => text.Length > 1 ? Word : Symbol,
        TokenKind.Character => Weak,
        _ => IsWeakWord(text) ? Weak : Word,
    };

    private static bool IsWeakWord(ReadOnlySpan<char> text) =>
        text.Length <= 3 ? !char.IsDigit(text[0]) : text.Length <= 5 && WeakLookup.Contains(text);
}

using System.Collections.Frozen;

namespace NewsDiff.Diffing;

/// <summary>How much a token says: what a match of it is worth between two changes.</summary>
internal static class TokenWeight
{
    internal const int Word = 4;
    internal const int Weak = 2;
    internal const int Symbol = 1;

    // Words of four letters or more that join sentences rather than say something. Shorter ones are weak anyway.
    private static readonly string[] WeakWords =
    [
        "that", "this", "with", "from", "have", "were", "been", "their", "which", "they", "will", "would", "there",
        "dass", "eine", "einer", "einem", "einen", "nicht", "sich", "auch", "wird", "sind", "nach", "oder",
        "dans", "pour", "avec", "cette", "sont", "mais", "leur", "para", "como", "esta", "este", "pero",
        "della", "dello", "delle", "degli", "nella", "alla", "sono", "anche", "voor", "naar", "maar", "door",
    ];

    private static readonly FrozenSet<UInt128> WeakKeys = WeakWords.Select(word => Key(word)).ToFrozenSet();

    internal static int Of(TokenKind kind, ReadOnlySpan<char> text) => kind switch
    {
        TokenKind.Break => Word * 16,
        TokenKind.Symbol => text.Length > 1 ? Word : Symbol,
        TokenKind.Character => Weak,
        _ => IsWeakWord(text) ? Weak : Word,
    };

    private static bool IsWeakWord(ReadOnlySpan<char> text) =>
        text.Length <= 3 ? !char.IsDigit(text[0]) : text.Length <= 5 && WeakKeys.Contains(Key(text));

    // The word in lower case, packed.
    private static UInt128 Key(ReadOnlySpan<char> text)
    {
        UInt128 key = 0;
        foreach (char c in text)
        {
            key = (key << 16) | (uint)(c | 0x20);
        }

        return key;
    }
}

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

    private static readonly FrozenSet<ulong> WeakKeys = WeakWords.Select(KeyOf).ToFrozenSet();

    /// <summary>Weighs a token.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="length">Its length.</param>
    /// <param name="low">Its first four characters, packed; of a longer one than eight anything.</param>
    /// <param name="high">The next four.</param>
    internal static int Of(TokenKind kind, int length, ulong low, ulong high) => kind switch
    {
        TokenKind.Break => Word * 16,
        TokenKind.Symbol => length > 1 ? Word : Symbol,
        TokenKind.Character => Weak,
        _ => IsWeakWord(length, low, high) ? Weak : Word,
    };

    private static bool IsWeakWord(int length, ulong low, ulong high) => length switch
    {
        <= 3 => !char.IsDigit((char)low),
        4 or 5 => high <= char.MaxValue && WeakKeys.Contains(Key(low, high)),
        _ => false,
    };

    private static ulong KeyOf(string word)
    {
        ulong low = 0;
        for (int i = 3; i >= 0; i--)
        {
            low = (low << 16) | word[i];
        }

        return Key(low, word.Length > 4 ? word[4] : 0UL);
    }

    // Up to five letters of ASCII in lower case, folded into one integer; a letter beyond ASCII at worst makes a word weak.
    private static ulong Key(ulong low, ulong high)
    {
        ulong lower = low | 0x0020_0020_0020_0020;
        return (lower ^ (lower >> 8)) ^ ((high | (high == 0 ? 0UL : 0x20)) << 8);
    }
}

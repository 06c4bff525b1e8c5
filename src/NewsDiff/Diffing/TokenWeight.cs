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

    // An open-addressing table of the words' letters, packed into bytes.
    private static readonly ulong[] WeakKeys = BuildTable(256);

    /// <summary>Weighs a token.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="length">Its length.</param>
    /// <param name="first">Its first character.</param>
    /// <param name="key">Its first eight characters, packed into bytes; 0 when it is not ASCII.</param>
    internal static int Of(TokenKind kind, int length, char first, ulong key) => kind switch
    {
        TokenKind.Break => Word * 16,
        TokenKind.Symbol => length > 1 ? Word : Symbol,
        TokenKind.Character => Weak,
        _ => IsWeakWord(length, first, key) ? Weak : Word,
    };

    private static bool IsWeakWord(int length, char first, ulong key) => length switch
    {
        <= 3 => !char.IsDigit(first),
        4 or 5 => key != 0 && IsListed(key | (0x2020_2020_2020_2020UL >> (64 - (8 * length)))),
        _ => false,
    };

    private static bool IsListed(ulong key)
    {
        int index = Place(key);
        while (WeakKeys[index] != key)
        {
            if (WeakKeys[index] == 0)
            {
                return false;
            }

            index = (index + 1) & (WeakKeys.Length - 1);
        }

        return true;
    }

    private static int Place(ulong key) => (int)((key * 0x9E37_79B9_7F4A_7C15) >> 56);

    private static ulong[] BuildTable(int size)
    {
        var table = new ulong[size];
        foreach (string word in WeakWords)
        {
            ulong key = 0;
            for (int i = word.Length - 1; i >= 0; i--)
            {
                key = (key << 8) | word[i];
            }

            int index = Place(key);
            while (table[index] != 0)
            {
                index = (index + 1) & (size - 1);
            }

            table[index] = key;
        }

        return table;
    }
}

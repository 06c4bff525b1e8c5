using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Tests.Diffing;

/// <summary>The quick way of reading tokens and the plain one must never differ.</summary>
public sealed class TokenReaderTests
{
    internal static readonly string[] Pieces =
    [
        "a", "of", "the", "minister", "Parliamentarians", "internationalisation", "counterrevolutionaries", "x_1", "_",
        " ", " ", " ", "  ", "\n", "\n\n", " \r\n\r\n", "\u00A0", "\t", ".", ",", "'", "-", ":", "/", "\"", "(", ")",
        "!", "\u0000",
        "don't", "rock'n'roll", "o'", "1,200", "3.5", "19-20", "10:30", "well-known", "1,a", "a,1", "a.b", "U.S.",
        "$3.5m",
        "\u2019", "Obama\u2019s", "\u2013", "1\u20132", "a\u2010b", "\u0019", "\n",
        "\u201C", "\u201D", "\u2014", "\u2026", "caf\u00E9", "e\u0301", "-\u0301", "\u00E9",
        "\u00AD", "\u200B",
        "Привет", "мир", "日本", "カ", "ไทย", "한국어", "👍🏽", "👩‍👩‍👧", "\uD83D", "\u212A", "9\u0660", "\u06DD", "\u0600",
        "\U000110BD",
    ];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Texts_are_cut_and_numbered_as_the_tokenizer_does(bool ignoreInvisible, bool ignoreCase)
    {
        var options = new DiffOptions { IgnoreInvisible = ignoreInvisible, IgnoreCase = ignoreCase };
        var folding = new TokenFolding(options);
        var reader = new TokenReader(folding, new TokenInterner(), ignoreInvisible);
        var random = new Random(20261122);
        for (int round = 0; round < 2000; round++)
        {
            string text = string.Concat(random.GetItems(Pieces, random.Next(1, 60)));
            var plain = new TokenList();
            Tokenizer.Tokenize(text, plain, ignoreInvisible);
            var read = new TokenList();
            reader.Clear(text.Length);
            reader.Read(text, 0, text.Length, read);
            AssertSame(text, plain, read, folding);
        }
    }

    [Fact]
    public void More_words_than_were_expected_get_numbers_of_their_own()
    {
        var folding = new TokenFolding(DiffOptions.Default);
        var interner = new TokenInterner();
        var reader = new TokenReader(folding, interner, skipInvisible: false);
        string[] words =
        [
            .. Enumerable.Range(0, 5000).Select(i => $"w{i}"),
            .. Enumerable.Range(0, 5000).Select(i => $"internationalisation{i}"),
            .. Enumerable.Range(0, 5000).Select(i => $"общественность{i}"),
            .. Enumerable.Range(0, 5000).Select(i => $"я{i}"),
        ];
        string text = string.Join(' ', words.Concat(words));
        var tokens = new TokenList();

        reader.Clear(expected: 0);
        reader.Read(text, 0, text.Length, tokens);

        Assert.Equal(words.Length * 2, tokens.Count);
        Assert.Equal(words.Length + 1, interner.Count);
        for (int i = 0; i < words.Length; i++)
        {
            Assert.Equal(tokens[i].Id, tokens[i + words.Length].Id);
        }
    }

    private static void AssertSame(string text, TokenList plain, TokenList read, TokenFolding folding)
    {
        Assert.Equal(Describe(plain, text), Describe(read, text));
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Token token in read.Span)
        {
            string folded = token.Kind == TokenKind.Break
                ? "\n\n"
                : folding.Fold(text.AsSpan(token.Start, token.Length)).ToString();
            Assert.True(
                ids.TryAdd(folded, token.Id) ? ids.Values.Count(id => id == token.Id) == 1 : ids[folded] == token.Id,
                text);
        }
    }

    private static List<string> Describe(TokenList tokens, string text)
    {
        var all = new List<string>();
        foreach (Token token in tokens.Span)
        {
            all.Add($"{token.Kind} {token.Start} {text.Substring(token.Start, token.Length)}");
        }

        return all;
    }
}

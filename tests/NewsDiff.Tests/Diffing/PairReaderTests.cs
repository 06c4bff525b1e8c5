using NewsDiff.Diffing;
using NewsDiff.Diffing.Search;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Tests.Diffing;

/// <summary>The tokens that two texts have in common are the same whether they are copied or read.</summary>
public sealed class PairReaderTests
{
    private readonly Random _random = new(20261127);

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void Copied_tokens_are_those_that_reading_finds(
        bool ignoreInvisible, bool ignoreCase, bool ignoreTypography)
    {
        var options = new DiffOptions
        {
            IgnoreInvisible = ignoreInvisible,
            IgnoreCase = ignoreCase,
            IgnoreTypography = ignoreTypography,
        };
        for (int round = 0; round < 3000; round++)
        {
            (string head, string tail) = (Text(40), Text(40));
            AssertSame(head + Text(4) + tail, head + Text(4) + tail, options);
        }
    }

    [Theory]
    [InlineData("well-kn", "own")]
    [InlineData("1,2", "00")]
    [InlineData("e", "\u0301")]
    [InlineData("\uD83D", "\uDC4D")]
    [InlineData("👩", "\u200D👩")]
    [InlineData("line\n", "\nline")]
    [InlineData("dots..", ".")]
    [InlineData("日", "\u3099本")]
    [InlineData("\u0600", "日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本")]
    public void An_edit_inside_of_a_token_is_read_again(string before, string after)
    {
        string head = string.Concat(Enumerable.Repeat("The ferry leaves at noon. ", 4));
        string tail = string.Concat(Enumerable.Repeat(" Nobody 船 was hurt.", 4));

        AssertSame(head + before + after + tail, head + before + " x " + after + tail, DiffOptions.Default);
        AssertSame(head + before + after + tail, head + before + tail, DiffOptions.Default);
        AssertSame(head + before + after + tail, head + after + tail, DiffOptions.Default);
    }

    [Fact]
    public void Shared_lines_are_one_token_between_stretches_of_their_own()
    {
        string line = string.Concat(Enumerable.Repeat("The ferry leaves at noon. ", 4));
        const string Shared = "A line that both have.";
        string oldText = line + "one" + line + "\n\n" + Shared + "\n\n" + line + "two" + line;
        string newText = line + "another" + line + "\n\n" + Shared + "\n\n" + line + line;
        int old = oldText.IndexOf(Shared, StringComparison.Ordinal);
        int @new = newText.IndexOf(Shared, StringComparison.Ordinal);

        AssertSame(
            oldText,
            newText,
            DiffOptions.Default,
            [new Box(old, old + Shared.Length, @new, @new + Shared.Length)]);
    }

    private string Text(int most) =>
        string.Concat(_random.GetItems(TokenReaderTests.Pieces, _random.Next(0, most)));

    private static void AssertSame(string oldText, string newText, DiffOptions options, List<Box>? shared = null)
    {
        Assert.Equal(
            ReadEach(oldText, newText, options, shared ?? []), ReadPair(oldText, newText, options, shared ?? []));
    }

    private static List<string> ReadPair(string oldText, string newText, DiffOptions options, List<Box> shared)
    {
        TokenReader reader = Reader(options);
        (TokenList old, TokenList @new) = (new TokenList(), new TokenList());
        new PairReader(reader).Read(oldText, old, newText, @new, shared);
        return Describe(old, @new);
    }

    private static List<string> ReadEach(string oldText, string newText, DiffOptions options, List<Box> shared)
    {
        TokenReader reader = Reader(options);
        return Describe(
            Read(reader, oldText, shared.Select(box => (box.OldStart, box.OldEnd))),
            Read(reader, newText, shared.Select(box => (box.NewStart, box.NewEnd))));
    }

    private static TokenReader Reader(DiffOptions options)
    {
        var reader = new TokenReader(new TokenFolding(options), new TokenInterner(), options.IgnoreInvisible);
        reader.Clear(expected: 100);
        return reader;
    }

    private static TokenList Read(TokenReader reader, string text, IEnumerable<(int Start, int End)> shared)
    {
        var tokens = new TokenList();
        int position = 0;
        foreach ((int start, int end) in shared)
        {
            reader.Read(text, position, start, tokens);
            tokens.Add(start, end - start, TokenKind.Lines);
            position = end;
        }

        reader.Read(text, position, text.Length, tokens);
        return tokens;
    }

    // Which number a token gets does not count, only which tokens share it.
    private static List<string> Describe(TokenList old, TokenList @new)
    {
        var numbers = new Dictionary<int, int>();
        return
        [
            .. new[] { old, @new }.SelectMany(tokens => tokens.Span.ToArray()).Select(token =>
            {
                numbers.TryAdd(token.Id, numbers.Count);
                return $"{token.Start}+{token.Length} {token.Kind} {numbers[token.Id]}";
            }),
        ];
    }
}

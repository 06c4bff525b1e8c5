using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Tests.Diffing;

/// <summary>Words are counted as they are cut, however many characters are looked at together.</summary>
public sealed class WordCounterTests
{
    private static readonly string[] Plain =
        ["a", "of", "the", "minister", "3", "x1", " ", " ", " ", ".", ", ", "\"", "-"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Words_are_counted_as_the_tokenizer_cuts_them(bool isPlain)
    {
        string[] pieces = isPlain ? Plain : [.. Plain, .. Plain, .. TokenReaderTests.Pieces];
        var random = new Random(20261128);
        for (int round = 0; round < 3000; round++)
        {
            string text = string.Concat(random.GetItems(pieces, random.Next(1, 120)));

            Assert.Equal(CountTokens(text), WordCounter.Count(text));
        }
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void A_word_as_long_as_a_block_is_one(int length)
    {
        string word = new('w', length);

        Assert.Equal(1, WordCounter.Count(word));
        Assert.Equal(3, WordCounter.Count($"{word}'s {word} {word}"));
        Assert.Equal(2, WordCounter.Count($"{word[1..]} {word}"));
    }

    [Theory]
    [InlineData(false, "Rates rose.")]
    [InlineData(false, "Soft\u00ADhyphens and zero\u200Bwidth, 1,200 don't, 3.5 日本 ไทย 👍🏽 e\u0301")]
    [InlineData(true, "Soft\u00ADhyphens and zero\u200Bwidth, 1,200 don't, 3.5 日本 ไทย 👍🏽 e\u0301")]
    [InlineData(true, "\u00AD\u00AD a \u200B b")]
    public void Equal_paragraphs_count_as_any_others(bool ignoreInvisible, string kept)
    {
        var options = new DiffOptions { IgnoreInvisible = ignoreInvisible };
        Article before = Of(kept, "The ferry left at noon.", "The crew rested in the harbour.");
        Article after = Of("All of this is new.", kept, "The ferry left at one.", "The crew slept in the harbour.");

        var diff = ArticleDiff.Compute(before, after, options);

        ParagraphChange row = Assert.Single(diff.Paragraphs, change => change.Words?.NewText == kept);
        Assert.Equal(new DiffStatistics(CountTokens(kept), 0, 0), row.Words!.Statistics);
    }

    private static int CountTokens(string text)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        int words = 0;
        foreach (Token token in tokens.Span)
        {
            words += token.Kind is TokenKind.Word or TokenKind.Character ? 1 : 0;
        }

        return words;
    }

    private static Article Of(params string[] paragraphs) => new()
    {
        Url = new Uri("https://example.org/ferry"),
        Title = "Ferry",
        Paragraphs = [.. paragraphs.Select(text => new Paragraph(text))],
    };
}

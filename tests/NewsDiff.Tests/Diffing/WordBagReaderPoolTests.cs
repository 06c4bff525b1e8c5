using NewsDiff.Diffing.Alignment;

namespace NewsDiff.Tests.Diffing;

/// <summary>Readers of bags are kept, unless a very long article made them large.</summary>
public class WordBagReaderPoolTests
{
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(100_000, 10_000, true)]
    [InlineData(1_000_000, 1, false)]
    [InlineData(0, 100_000, false)]
    public void A_reader_is_kept_unless_it_grew_for_a_very_long_article(int expected, int words, bool isKept)
    {
        var reader = new WordBagReader(DiffOptions.Default);
        reader.Expect(expected);
        reader.Read(string.Join(' ', Enumerable.Range(0, words).Select(static number => $"w{number}")));

        Assert.Equal(isKept, WordBagReaderPool.IsWorthKeeping(reader));
    }

    [Fact]
    public void A_kept_reader_has_forgotten_the_words()
    {
        WordBagReader reader = WordBagReaderPool.Rent(DiffOptions.Default);
        reader.Read("The ferry waits for the last car.");
        WordBagReaderPool.Return(reader);

        WordBagReader next = WordBagReaderPool.Rent(DiffOptions.Default);

        Assert.Equal(new WordBagReader(DiffOptions.Default).IdCount, next.IdCount);
    }
}

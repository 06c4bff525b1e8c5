namespace NewsDiff.Tests.Diffing;

public sealed class CompositionTests
{
    [Theory]
    [InlineData("caf\u00E9", "cafe\u0301")]
    [InlineData("\uAC00", "\u1100\u1161")]
    [InlineData("\U0001109A", "\U00011099\U000110BA")]
    [InlineData("\U0002F800", "\u4E3D")]
    [InlineData("a\U000114BC", "a\U000114B9\U000114B0")]
    public void Canonically_equivalent_words_are_equal(string composed, string decomposed)
    {
        TextDiff diff = TextDiff.Compute($"one {composed} two", $"one {decomposed} two");

        Assert.False(diff.HasChanges);
        Assert.False(diff.IsIdentical);
    }
}

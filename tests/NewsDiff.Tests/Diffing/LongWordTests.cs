using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Tests.Diffing;

public sealed class LongWordTests
{
    [Fact]
    public void Two_long_words_of_one_length_and_one_hash_are_two_words()
    {
        // The hash differs from process to process: of a hundred thousand words or so, two have the same in each.
        var random = new Random(1);
        var known = new Dictionary<uint, string>();
        string word;
        do
        {
            word = new string(random.GetItems<char>("abcdefghijklmnopqrstuvwxyz", 24));
        }
        while (known.TryAdd(TextHash.Of(word), word));
        string twin = known[TextHash.Of(word)];

        TextDiff diff = TextDiff.Compute($"See {twin} now.", $"See {word} now.");

        Assert.Equal($"See [-{twin}-]{{+{word}+}} now.", Marked.Of(diff));
    }
}

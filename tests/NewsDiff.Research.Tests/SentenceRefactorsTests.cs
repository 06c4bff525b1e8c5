namespace NewsDiff.Research.Tests;

/// <summary>Which links are refactors; a link is written <c>old-new</c>.</summary>
public sealed class SentenceRefactorsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("0-0 1-1 2-2", "")]
    [InlineData("0-0 1-5 2-6", "")] // additions and deletions move nothing
    [InlineData("0-1 1-0", "1-0")] // of two equals, what moved up
    [InlineData("0-1 1-2 2-0", "2-0")]
    [InlineData("0-2 1-0 2-1", "0-2")]
    [InlineData("0-2 1-1 2-0", "2-0 0-2")] // all cross all: the farthest first
    [InlineData("0-2 1-3 2-0 3-1", "2-0 3-1")]
    [InlineData("0-0 0-1 1-2", "")] // a split crosses nothing
    [InlineData("0-0 1-0 2-1 9-3 5-8", "9-3")] // distance counts linked sentences only
    public void Links_that_cross_most_others_are_refactors(string links, string expected) =>
        Assert.Equal(Read(expected), SentenceRefactors.Find(Read(links)));

    [Fact]
    public void The_order_of_the_links_does_not_matter() =>
        Assert.Equal(SentenceRefactors.Find(Read("0-2 1-3 2-0 3-1")), SentenceRefactors.Find(Read("3-1 2-0 1-3 0-2")));

    [Fact]
    public void Of_very_many_links_those_outside_the_longest_row_are_refactors()
    {
        const int Stayed = 3_000;
        const int Moved = 2_000;
        IEnumerable<(int, int)> stayed = Enumerable.Range(0, Stayed).Select(index => (index, index + Moved));
        IEnumerable<(int, int)> moved = Enumerable.Range(0, Moved).Select(index => (index + Stayed, index));

        Assert.Equal(moved, SentenceRefactors.Find(stayed.Concat(moved)));
    }

    [Fact]
    public void Links_that_cross_nothing_count_for_the_distance_alone() => Assert.Equal(
        Read("3-1 1-3"), SentenceRefactors.Find(Read("0-0 1-3 2-2 3-1 4-4 5-5")));

    private static IEnumerable<(int Old, int New)> Read(string links) =>
        links.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(link => link.Split('-'))
            .Select(link => (int.Parse(link[0], null), int.Parse(link[1], null)));
}

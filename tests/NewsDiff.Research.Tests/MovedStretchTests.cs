using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Research.Tests;

/// <summary>Which reworded sentences are linked when a stretch of several was moved.</summary>
public sealed class MovedStretchTests
{
    private const string Strike =
        "The strike of the pilots began on Friday and stopped all ships to the northern islands.";

    private const string Demand = "Their union asks for shorter nights and for a second pilot on the largest ships.";
    private const string Answer = "The owners answered that they would talk once the pilots were back at work.";
    private const string Heading = "What the union wants";

    private const string StrikeNow =
        "The strike of the pilots, which began on Friday, has stopped all ships to the northern islands.";

    private const string DemandNow =
        "Members should have shorter nights and never work without a second pilot, as the union put it.";

    private const string AnswerNow =
        "Talks are possible once the crews are back at work, the owners said in a letter to the minister.";

    private const string HeadingNow = "What union and owners say";

    private const string Price = "Bread costs a fifth more than in spring.";
    private const string Weather = "Rain is likely until Sunday.";

    // What stays where it was: the heavier part, so that the others are what moved.
    private static readonly ImmutableArray<string> Kept =
    [
        "The harbour was closed on Monday after the storm had broken two cranes.",
        "A ferry with ninety passengers waited outside the bay until the wind fell.",
        "The council will decide next week who pays for the repairs of the quay.",
    ];

    [Fact]
    public void Reworded_neighbours_of_a_moved_sentence_moved_with_it() => Assert.Equal(
        "3-0 4-1 5-2", Moved([Strike, Demand, Answer], [StrikeNow, DemandNow, AnswerNow]));

    [Fact]
    public void Without_a_sentence_that_is_very_alike_nothing_says_that_they_moved() =>
        Assert.Equal("", Moved([Demand, Answer], [DemandNow, AnswerNow]));

    [Fact]
    public void One_sentence_between_them_may_be_left_out() =>
        Assert.Equal("3-0 5-1", Moved([Strike, Price, Demand], [StrikeNow, DemandNow]));

    [Fact]
    public void Farther_sentences_are_no_neighbours() =>
        Assert.Equal("3-0", Moved([Strike, Price, Weather, Demand], [StrikeNow, DemandNow]));

    [Fact]
    public void Neighbours_in_another_order_did_not_move_together() =>
        Assert.Equal("3-1", Moved([Strike, Demand], [DemandNow, StrikeNow]));

    [Fact]
    public void Headings_share_words_by_chance() => Assert.Equal(
        "3-0 5-2", Moved([Strike, Heading, Answer], [StrikeNow, HeadingNow, Answer + " Talks are possible."]));

    [Fact]
    public void What_is_very_alike_elsewhere_stays_there() => Assert.Equal(
        "3-0 4-2", Moved([Strike, Demand], [StrikeNow, DemandNow, Demand + " Both are new."]));

    [Fact]
    public void A_moved_sentence_that_was_split_keeps_its_parts() => Assert.Equal(
        "3-0 4-1 4-2",
        Moved(
            [Strike, Answer],
            [
                StrikeNow, "The owners answered that they would talk.",
                "They wait until the pilots were back at work.",
            ]));

    /// <summary>The links of what moved from behind the sentences that stayed to a place before them.</summary>
    private static string Moved(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        ImmutableArray<SentenceLink> links = SentenceAlignment.Compute([.. Kept, .. before], [.. after, .. Kept]).Links;
        Assert.Equal(
            Enumerable.Range(0, Kept.Length).Select(index => (index, index + after.Length)),
            links.Take(Kept.Length).Select(link => (link.Old, link.New)));
        return string.Join(
            ' ',
            links.Skip(Kept.Length).Select(link => string.Create(
                CultureInfo.InvariantCulture, $"{link.Old}-{link.New}")));
    }
}

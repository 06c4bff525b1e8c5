using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace NewsDiff.Research.Tests;

/// <summary>Which sentences belong together, and what happened to them.</summary>
public sealed class SentenceAlignmentTests
{
    private const string Harbour = "The harbour was closed on Monday after the storm had broken two cranes.";
    private const string Ferry = "A ferry with ninety passengers waited outside the bay until the wind fell.";
    private const string Council = "The council will decide next week who pays for the repairs of the quay.";
    private const string Mayor = "Mayor Ruth Calloway thanked all volunteers for their help.";

    [Theory]
    [InlineData("It is late.", "It IS late.", SentenceActions.Edit)]
    [InlineData("It is late.", "It  is late.", SentenceActions.Unchanged)]
    [InlineData("Caf\u00E9 shut.", "Cafe\u0301 shut.", SentenceActions.Unchanged)]
    [InlineData("T\u1FB3 is late.", "T\u03B1\u0345 is late.", SentenceActions.Unchanged)]
    [InlineData("\u01F0 is late.", "j\u030C is late.", SentenceActions.Unchanged)]
    public void Case_is_a_difference_and_forms_of_a_letter_are_none(string old, string @new, SentenceActions action)
    {
        var alignment = SentenceAlignment.Compute(["Other words.", old], [@new, "Other words."]);

        Assert.Equal(action, alignment.OldActions[1] & (SentenceActions.Edit | SentenceActions.Unchanged));
    }

    [Fact]
    public void Equal_texts_are_unchanged() =>
        Assert.Equal("0-0:Unchanged 1-1:Unchanged", Describe([Harbour, Ferry], [Harbour, Ferry]));

    [Fact]
    public void An_edited_sentence_is_linked() => Assert.Equal(
        "0-0:Unchanged 1-1:Edit 2-2:Unchanged",
        Describe(
            [Harbour, Ferry, Council],
            [Harbour, Ferry.Replace("ninety", "eighty", StringComparison.Ordinal), Council]));

    [Fact]
    public void What_only_one_version_has_is_added_or_deleted()
    {
        var alignment = SentenceAlignment.Compute([Harbour, Ferry], [Mayor, Harbour]);

        Assert.Equal([SentenceActions.Unchanged, SentenceActions.Deletion], alignment.OldActions);
        Assert.Equal([SentenceActions.Addition, SentenceActions.Unchanged], alignment.NewActions);
        Assert.Equal(1, alignment.Count(SentenceActions.Addition));
    }

    [Fact]
    public void A_sentence_that_became_two_is_split() => Assert.Equal(
        "0-0:Unchanged 1-1:Edit, Split 1-2:Edit, Split 2-3:Unchanged",
        Describe(
            [Harbour, Ferry, Council],
            [
                Harbour, "A ferry with ninety passengers waited outside.", "It was in the bay until the wind fell.",
                Council,
            ]));

    [Fact]
    public void Two_sentences_that_became_one_are_merged() => Assert.Equal(
        "0-0:Edit, Merge 1-0:Edit, Merge 2-1:Unchanged",
        Describe(
            ["A ferry with ninety passengers waited outside.", "It was in the bay until the wind fell.", Council],
            [Ferry, Council]));

    [Fact]
    public void A_sentence_that_only_repeats_a_name_is_no_part_of_another() => Assert.Equal(
        "0-0:Unchanged 1-1:Edit",
        Describe(
            [Harbour, "Mayor Ruth Calloway thanked all volunteers for their help on the quay."],
            [Harbour, "Mayor Ruth Calloway thanked all volunteers for their help.", "Ruth Calloway is the mayor."]));

    [Fact]
    public void A_moved_sentence_is_a_refactor_even_if_edited()
    {
        var alignment = SentenceAlignment.Compute(
            [Harbour, Ferry, Council, Mayor],
            ["Mayor Ruth Calloway thanked all the volunteers for their help.", Harbour, Ferry, Council]);

        SentenceLink moved = alignment.Links[^1];
        Assert.Equal(SentenceActions.Edit | SentenceActions.Refactor, moved.Actions);
        Assert.Equal(-3, moved.Distance);
    }

    [Fact]
    public void Other_languages_are_aligned_by_their_characters() => Assert.Equal(
        "0-0:Edit 1-2:Unchanged", Describe(["部长参加了会议。", "会议结束。"], ["部长没有参加会议。", "雨下得很大。", "会议结束。"]));

    [Fact]
    public void Aligning_backwards_gives_the_mirror_image()
    {
        string[] vocabulary =
            [.. "ferry quay storm mayor crane bay wind harbour council volunteer repair passenger night island police "
                .Split(' ').SelectMany(word => new[] { word, "the " + word, word + "s", "no " + word })];
        Gen<string[]> sentences = Gen.Choose(4, 9).SelectMany(length => Gen.Select(
            Gen.ArrayOf(Gen.Elements(vocabulary), length), words => string.Join(' ', words) + ".")).ArrayOf();
        Prop.ForAll(Arb.From(sentences), Arb.From(sentences), (before, after) =>
        {
            IEnumerable<(int, int)> there = Compute(before, after).Links.Select(link => (link.Old, link.New));
            IEnumerable<(int, int)> back = Compute(after, before).Links.Select(link => (link.New, link.Old));
            return there.Order().SequenceEqual(back.Order());
        }).QuickCheckThrowOnFailure();
    }

    private static SentenceAlignment Compute(string[] before, string[] after) =>
        SentenceAlignment.Compute([.. before], [.. after]);

    private static string Describe(ImmutableArray<string> before, ImmutableArray<string> after) => string.Join(
        ' ',
        SentenceAlignment.Compute(before, after).Links.Select(link => string.Create(
            CultureInfo.InvariantCulture, $"{link.Old}-{link.New}:{link.Actions}")));
}

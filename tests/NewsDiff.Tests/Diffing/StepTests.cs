using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Tests.Diffing;

/// <summary>Thresholds of the comparison, each with an example one step to either side.</summary>
public sealed class StepTests
{
    [Theory]
    [InlineData(
        "open council train.|film storm mayor coach storm coach market harbour.",
        "river train film.|film storm mayor coach storm coach market harbour.|field talks film ferry town close "
        + "team ferry road.",
        "Deleted 0>, Inserted >0, Unchanged 1>1, Inserted >2")]
    [InlineData(
        "coach wage wage mayor field vote crew tram school.|tower wage song wheat tram close.",
        "end wage judge mayor river talks crew.|tram school.|tower wage song wheat tram close.",
        "Split 0>0+1, Unchanged 1>2")]
    public void Paragraphs_that_share_three_tenths_of_their_words_are_a_pair(string old, string @new, string rows) =>
        Assert.Equal(rows, Rows(old, @new));

    [Theory]
    [InlineData(
        "goal judge coach field river paper team flood ship council bridge bridge tram flood talks paper flood bridge "
        + "vote.|night mayor vote talks river strike council train film harbour train trial end light school "
        + "film tower close port coach.",
        "goal judge.|night mayor vote talks river strike council train film harbour train trial end light school film "
        + "tower close port coach coach field river paper team flood ship council bridge bridge tram flood "
        + "talks paper flood bridge vote.",
        "Deleted 0>, Inserted >0, Modified 1>1")]
    [InlineData(
        "film tower judge film ship port light open harbour.|bank river light goal debt wage road.",
        "film.|court coach budget coach flood night school tax.|bank river light goal debt wage road.",
        "Modified 0>0, Inserted >1, Unchanged 1>2")]
    public void In_one_place_a_fifth_suffices(string old, string @new, string rows) =>
        Assert.Equal(rows, Rows(old, @new));

    [Theory]
    [InlineData(
        "bridge council flood close wage open paper talks river.|court town school school storm council harbour court "
        + "town market night strike tram tram school paper river crew vote crew.",
        "bridge council flood.|river.|court town school school storm council harbour court town market night strike "
        + "tram tram school paper river crew vote crew.|close wage open paper talks.",
        "Split 0>0+1, Unchanged 1>2, Inserted >3")]
    [InlineData(
        "goal open light judge road town goal field council.|road team council crew union team.|vote goal school "
        + "trial tax market road storm train tower open spring trial wage tower field.|ship budget budget "
        + "mayor spring.",
        "goal open light judge road town bridge field council ship budget budget trial spring.",
        "Modified 0>0, Deleted 1>, Deleted 2>, Deleted 3>")]
    public void A_few_words_elsewhere_are_a_part_only_if_all_of_them_are_found(string old, string @new, string rows) =>
        Assert.Equal(rows, Rows(old, @new));

    /// <summary>Five of its words are in the paragraph before: a quarter of twenty, less of twenty-one.</summary>
    [Theory]
    [InlineData("", "Merged 0+1>0, Unchanged 2>1, Unchanged 3>2")]
    [InlineData(" Schools", "Modified 0>0, Deleted 1>, Unchanged 2>1, Unchanged 3>2")]
    public void The_next_paragraph_is_a_part_when_a_quarter_of_it_is_found(string end, string rows)
    {
        const string first = "The ferry to the island was stopped on Monday because of the storm.";
        const string others = "|Schools on the island are closed, as they are known to be cold.|Here the mayor said that "
            + "a decision comes on Friday.";
        Assert.Equal(rows, Rows(
            $"{first}|Rescue boats that belong to one owner are known as a fleet here closed cold Friday comes decision "
                + $"mayor said{end}.{others}",
            $"{first} Private ships help instead, with cold soup, nurses, doctors, tents, blankets and closed cranes. "
                + $"Several rescue boats of one owner form a small fleet.{others}"));
    }

    [Fact]
    public void What_moved_may_have_been_split_too() => Assert.Equal(
        "Unchanged 1>0, Split moved 0>1+2",
        Rows(
            "The fair opens at noon near the old mill.|Rain fell.",
            "Rain fell.|The fair opens at noon.|Near the old mill."));

    [Fact]
    public void Parts_of_one_kind_have_that_kind_and_parts_of_several_have_none()
    {
        ParagraphChange one = Assert.Single(Compare(
            [new Paragraph("Gulls return to the town hall.", ParagraphKind.Text)],
            [new Paragraph("Gulls return to the town hall.", ParagraphKind.Heading)]));
        Assert.Equal((ParagraphKind.Text, ParagraphKind.Heading), (one.OldKind, one.NewKind));

        ParagraphChange split = Assert.Single(Compare(
            [new Paragraph("Gulls return to the town hall. The mayor feeds them every day.", ParagraphKind.Text)],
            [
                new Paragraph("Gulls return to the town hall.", ParagraphKind.Heading),
                new Paragraph("The mayor feeds them every day.", ParagraphKind.Text),
            ]));
        Assert.Equal(ParagraphChangeKind.Split, split.Kind);
        Assert.Equal((ParagraphKind.Text, null), (split.OldKind, split.NewKind));
    }

    /// <summary>Twelve equal characters, line end included, show that nothing crossed a line; eleven do not.</summary>
    [Theory]
    [InlineData("river flood", "{+day and sun sky +}river flood¶rain¶[-day and sun sky stays warm-]")]
    [InlineData("lake flood", "[-lake flood¶rain¶-]day and sun sky [-stays warm-]")]
    public void A_line_stays_where_the_text_before_it_ends_as_before(string first, string begins)
    {
        const string tail = "\nThe ferry office on the north quay sells tickets every day of the week from five in the "
            + "morning until late at night, and on holidays too.\n";
        TextDiff diff = TextDiff.Compute(
            $"{first}\nrain\nday and sun sky stays warm{tail}dry",
            $"day and sun sky {first}\nrain\nstorms follow every night{tail}wet");
        string marked = Marked.Of(diff).Replace("\n", "¶", StringComparison.Ordinal);
        Assert.StartsWith(begins, marked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_is_added_with_the_break_behind_it() => Assert.Equal(
        "Gulls return.\n\n{+Fish is cheap.\n\n+}Fish is cheap.",
        Marked.Of(TextDiff.Compute(
            "Gulls return.\n\nFish is cheap.", "Gulls return.\n\nFish is cheap.\n\nFish is cheap.")));

    [Fact]
    public void A_line_break_at_the_very_beginning_keeps_changes_apart() => Assert.Equal(
        "[-open film court paper town.-]\nflood [-film-]{+market+}",
        Marked.Of(TextDiff.Compute("open film court paper town.\nflood film", "\nflood market")));

    [Fact]
    public void Words_that_occur_once_in_a_part_hold_a_long_comparison_at_the_least_effort()
    {
        string[] half = [.. Enumerable.Range(0, 160).Select(i => i % 4 == 3 ? $"name{i}" : $"the{i * 7 % 5}")];
        string[] filling = [.. Enumerable.Range(0, 150).Select(i => $"the{i * 3 % 5}")];
        string[] middle = ["sole", "lone", "only", "single"];
        string[] old = [.. half, .. middle, .. half];
        string[] @new =
        [
            .. half[..60], .. filling, .. half[60..110], .. filling, .. half[110..], .. middle,
            .. half[..80], .. filling, .. half[80..130], .. filling, .. half[130..],
        ];

        TextDiff diff = TextDiff.Compute(
            string.Join(' ', old), string.Join(' ', @new), new DiffOptions { MaxEffort = 1 });

        Assert.Equal(old.Length, diff.Statistics.WordsKept);
    }

    [Fact]
    public void A_text_of_more_than_64_words_keeps_as_many_as_can_be_kept()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int[] old = [.. Enumerable.Range(0, random.Next(64, 160)).Select(_ => random.Next(8 + (seed % 20)))];
            int[] @new = [.. old.Select(word => random.Next(2) == 0 ? word : random.Next(8 + (seed % 20)))];

            TextDiff diff = new TextDiffer().ComputeUntidied(Text(old), Text(@new));

            Assert.Equal((seed, LongestCommon(old, @new)), (seed, diff.Statistics.WordsKept));
        }
    }

    [Fact]
    public void The_options_of_a_comparison_do_not_reach_the_next()
    {
        var foldsCase = new DiffOptions { IgnoreCase = true };
        for (int i = 0; i < 50; i++)
        {
            Assert.False(TextDiff.Compute("Gulls return", "GULLS return", foldsCase).HasChanges);
            Assert.True(TextDiff.Compute("Gulls return", "GULLS return").HasChanges);
        }
    }

    [Fact]
    public void A_differ_that_is_used_again_needs_no_more_memory()
    {
        var differ = new TextDiffer();
        string old = string.Join(' ', Enumerable.Range(0, 200).Select(i => new string('a', 40) + i));
        string @new = old.Replace("a7 ", "b7 ", StringComparison.Ordinal);
        long first = Allocated(differ, old, @new);
        long later = 0;
        for (int i = 0; i < 100; i++)
        {
            later = Math.Max(later, Allocated(differ, old, @new));
        }

        Assert.InRange(later, 0, first);
    }

    private static long Allocated(TextDiffer differ, string old, string @new)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = differ.Compute(old, @new);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Text(int[] words) =>
        string.Join(' ', words.Select(word => "w" + word.ToString(CultureInfo.InvariantCulture)));

    private static int LongestCommon(int[] old, int[] @new)
    {
        int[] row = new int[@new.Length + 1];
        foreach (int word in old)
        {
            int corner = 0;
            for (int j = 1; j < row.Length; j++)
            {
                int above = row[j];
                row[j] = word == @new[j - 1] ? corner + 1 : Math.Max(above, row[j - 1]);
                corner = above;
            }
        }

        return row[^1];
    }

    private static string Rows(string old, string @new) => string.Join(
        ", ",
        Compare([.. old.Split('|').Select(Paragraph.FromString)], [.. @new.Split('|').Select(Paragraph.FromString)])
            .Select(change => $"{change.Kind}{(change.IsMoved ? " moved" : "")} "
                + $"{string.Join('+', change.OldIndexes)}>{string.Join('+', change.NewIndexes)}"));

    private static ImmutableArray<ParagraphChange> Compare(Paragraph[] old, Paragraph[] @new)
    {
        var before = new Article { Url = new Uri("https://news.example/a"), Title = "Fair", Paragraphs = [.. old] };
        return ArticleDiff.Compute(before, before with { Paragraphs = [.. @new] }).Paragraphs;
    }
}

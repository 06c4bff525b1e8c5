namespace NewsDiff.Tests.Diffing;

/// <summary>Which lines of two texts are matched when they changed places.</summary>
public sealed class MovedLineTests
{
    private const string First =
        "The ferry between the islands ran for ninety years before the tunnel was dug beneath the strait.";
    private const string Second =
        "Its last captain kept a diary of every crossing, and left it to the museum in the old customs house.";
    private const string Third =
        "Visitors may read it on Sundays, when the volunteers open the reading room above the boat hall.";

    private static readonly string Longer = string.Join(
        ' ', Enumerable.Range(0, 60).Select(i => $"keeper{i} wrote of lamp{i}"));

    [Fact]
    public void A_short_line_that_moved_over_long_ones_is_the_one_that_is_marked() => Assert.Equal(
        $"Arrival\n\n{{+Guide\n\n+}}{First.Replace("ninety", "[-ninety-]{+eighty+}", StringComparison.Ordinal)}\n\n{Second}\n\n"
        + $"{Third.Replace("Sundays", "[-Sundays-]{+Saturdays+}", StringComparison.Ordinal)}\n\n[-Guide\n\n-]Departure",
        Marked.Of(TextDiff.Compute(
            Join("Arrival", First, Second, Third, "Guide", "Departure"),
            Join(
                "Arrival",
                "Guide",
                First.Replace("ninety", "eighty", StringComparison.Ordinal),
                Second,
                Edited(Third),
                "Departure"))));

    [Fact]
    public void Even_where_it_is_the_only_line_that_both_texts_share()
    {
        string old = Join("Arrival", First, Second, Third, "Guide", "Departure");
        string @new = Join(
            "Arrival", "Guide", First.Replace("ninety", "eighty", StringComparison.Ordinal),
            Second.Replace("diary", "journal", StringComparison.Ordinal),
            Edited(Third), "Departure");

        Assert.Equal(new DiffStatistics(53, 4, 4), TextDiff.Compute(old, @new).Statistics);
        Assert.Equal(new DiffStatistics(53, 4, 4), TextDiff.Compute(@new, old).Statistics);
    }

    /// <summary>The third line is shorter than the second, which is edited and so no shared line.</summary>
    [Fact]
    public void Of_two_lines_that_changed_places_the_longer_stays_though_it_was_edited()
    {
        string edited = Second.Replace("diary", "journal", StringComparison.Ordinal);

        Assert.Equal(
            $"{First}\n\n[-{Third}\n\n-]{Second.Replace("diary", "[-diary-]{+journal+}", StringComparison.Ordinal)}"
                + $"{{+\n\n{Third}+}}",
            Marked.Of(TextDiff.Compute(Join(First, Third, Second), Join(First, edited, Third))));
    }

    [Fact]
    public void Several_headings_that_moved_over_the_text_do_not_hold_each_other()
    {
        string[] headings = ["Guide", "Prices and hours", "Map"];
        string edited = Edited(Third);
        string old = Join([First, Second, Third, headings[0], "It is open.", headings[1], "It is free.", headings[2]]);
        string @new = Join(
            [
                headings[0], "Is it shut?", headings[1], "Ask there.", headings[2],
                First.Replace("ninety", "eighty", StringComparison.Ordinal), Second, edited,
            ]);

        Assert.InRange(TextDiff.Compute(old, @new).Statistics.WordsKept, 48, int.MaxValue);
    }

    [Fact]
    public void A_heading_between_text_that_went_and_text_that_came_stays()
    {
        const string Gone =
            "Rain is expected in the north, with wind from the sea and some snow on the hills at night.";
        string diff = Marked.Of(TextDiff.Compute(
            Join("Arrival", "Guide", Gone, "Departure", First), Join("Arrival", Second, "Guide", "Departure", First)));

        Assert.Equal($"Arrival\n\n{{+{Second}\n\n+}}Guide\n\n[-{Gone}\n\n-]Departure\n\n{First}", diff);
    }

    [Fact]
    public void Texts_of_one_length_that_changed_places_around_a_heading_are_not_both_written_anew()
    {
        string third = Third + " They bring their own lamps.";
        string old = Join("Arrival", Second, "Guide", third, "Departure");
        string @new = Join(
            "Arrival", third.Replace("Sundays", "Mondays", StringComparison.Ordinal), "Guide",
            Second.Replace("diary", "notes", StringComparison.Ordinal), "Departure");

        Assert.InRange(TextDiff.Compute(old, @new).Statistics.WordsKept, 20, int.MaxValue);
        Assert.InRange(TextDiff.Compute(@new, old).Statistics.WordsKept, 20, int.MaxValue);
    }

    [Fact]
    public void Of_two_lines_that_changed_places_the_longer_one_stays()
    {
        string diff = Marked.Of(TextDiff.Compute(
            Join("One", "Two", "Three", Longer, "End"), Join(Longer, "One", "Two", "Three", "End")));

        Assert.Equal($"[-One\n\nTwo\n\nThree\n\n-]{Longer}\n\n{{+One\n\nTwo\n\nThree\n\n+}}End", diff);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void A_line_that_only_one_text_has_at_its_end_is_the_change_however_many_come_before(int count)
    {
        string[] lines = [.. Enumerable.Range(0, count + 1).Select(n => $"Line {n} of the story.")];
        string longer = string.Join('\n', lines);
        string shorter = string.Join('\n', lines[..^1]);

        Assert.Equal($"{shorter}{{+\n{lines[^1]}+}}", Marked.Of(new TextDiffer().Compute(shorter, longer)));
        Assert.Equal($"{shorter}[-\n{lines[^1]}-]", Marked.Of(new TextDiffer().Compute(longer, shorter)));
    }

    [Fact]
    public void Thousands_of_lines_in_any_order_cost_no_square_of_their_number()
    {
        // Counted in what is allocated: the chains and boxes of twice as many lines take about twice the room.
        long small = AllocatedBy(2_000);
        long large = AllocatedBy(8_000);

        Assert.InRange(large, 0, small * 8);
    }

    private static long AllocatedBy(int lines)
    {
        string old = string.Join("\n\n", Enumerable.Range(0, lines).Select(i => $"line {i} of many"));
        string @new = string.Join("\n\n", Enumerable.Range(0, lines).Select(i => $"line {i * 7919L % lines} of many"));
        var differ = new TextDiffer();
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = differ.Compute(old, @new);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Edited(string third) => third.Replace("Sundays", "Saturdays", StringComparison.Ordinal);

    private static string Join(params string[] paragraphs) => string.Join("\n\n", paragraphs);
}

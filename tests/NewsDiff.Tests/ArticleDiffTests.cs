namespace NewsDiff.Tests;

public sealed class ArticleDiffTests
{
    private static readonly Uri Url = new("https://news.example/story");

    [Fact]
    public void Near_twins_are_paired_although_everything_around_them_was_rewritten()
    {
        ArticleDiff diff = Compare(
            [
                "The council met behind closed doors on Monday evening.",
                "The closure is unusual for the town, but follows a handful of cuts in recent months.",
                "Until this year, the harbour had not seen the decline felt in its neighbours.",
            ],
            [
                "Four swimming pools will shut for good, the mayor announced before cheering opponents were removed.",
                "Nobody had been told beforehand, said staff.",
                "The closure is highly unusual for the town, but follows a handful of cuts in recent months.",
                "Prices rose twice in spring.",
                "Until this year, the harbour had not seen any of the decline felt in its neighbours.",
            ]);

        Assert.Equal(
            ["-0", "+0", "+1", "~1:2", "+3", "~2:4"],
            diff.Paragraphs.Select(Sketch));
        Assert.Equal(
            "The closure is {+highly +}unusual for the town, but follows a handful of cuts in recent months.",
            Marked.Of(diff.Paragraphs[3].Words!));
        Assert.Equal(
            "Until this year, the harbour had not seen {+any of +}the decline felt in its neighbours.",
            Marked.Of(diff.Paragraphs[5].Words!));
    }

    [Fact]
    public void A_moved_paragraph_is_moved_not_rewritten()
    {
        ArticleDiff diff = Compare(
            [
                "The summit opened in Paris.", "The long trade dispute began years ago.",
                "The minister spoke at length.", "Talks end on Friday.",
            ],
            [
                "The summit opened in Paris.", "The minister spoke at length.", "Talks end on Friday.",
                "The long trade dispute began years ago.",
            ]);

        Assert.Equal(["=0:0", "=2:1", "=3:2", "=1:3 moved"], diff.Paragraphs.Select(Sketch));
        Assert.True(diff.HasChanges);
    }

    [Fact]
    public void A_paragraph_may_be_moved_and_edited()
    {
        ArticleDiff diff = Compare(
            [
                "The summit opened in Paris.", "The long trade dispute began three years ago.",
                "The minister spoke at length.", "Talks end on Friday.",
            ],
            [
                "The summit opened in Paris.", "The minister spoke at length.", "Talks end on Friday.",
                "The long trade dispute began four years ago.",
            ]);

        Assert.Equal(["=0:0", "=2:1", "=3:2", "~1:3 moved"], diff.Paragraphs.Select(Sketch));
    }

    [Fact]
    public void A_split_paragraph_changed_no_word()
    {
        ArticleDiff diff = Compare(
            ["The council met on Monday. It voted to close the pool. Residents were angry. A petition began."],
            ["The council met on Monday. It voted to close the pool.", "Residents were angry. A petition began."]);

        ParagraphChange change = Assert.Single(diff.Paragraphs);
        Assert.Equal(ParagraphChangeKind.Split, change.Kind);
        Assert.Equal(0, change.Words!.Statistics.WordsInserted + change.Words.Statistics.WordsDeleted);
    }

    [Fact]
    public void Merged_paragraphs_are_one_row()
    {
        ArticleDiff diff = Compare(
            [
                "The council met on Monday. It voted to close the pool.", "Residents were angry. A petition began.",
                "The end.",
            ],
            [
                "The council met on Monday. It voted to close the pool. Residents were angry. A petition began.",
                "The end.",
            ]);

        Assert.Equal(["M0,1:0", "=2:1"], diff.Paragraphs.Select(Sketch));
    }

    [Fact]
    public void Deleted_paragraphs_stand_before_what_took_their_place()
    {
        ArticleDiff diff = Compare(
            ["Alpha beta gamma.", "Delta epsilon zeta.", "Omega."], ["Alpha beta gamma.", "Eta theta iota.", "Omega."]);

        Assert.Equal(["=0:0", "-1", "+1", "=2:2"], diff.Paragraphs.Select(Sketch));
    }

    [Fact]
    public void Paragraphs_without_a_word_are_kept_in_place()
    {
        ArticleDiff diff = Compare(["One fish.", "* * *", "Two fish."], ["One fish.", "* * *", "Two fishes."]);

        Assert.Equal(["=0:0", "=1:1", "~2:2"], diff.Paragraphs.Select(Sketch));
    }

    [Fact]
    public void Repeated_paragraphs_are_paired_in_order()
    {
        ArticleDiff diff = Compare(
            ["Updated.", "News one.", "Updated.", "News two.", "Updated."],
            ["Updated.", "News one.", "Updated.", "News two.", "Updated."]);

        Assert.False(diff.HasChanges);
        Assert.Equal(["=0:0", "=1:1", "=2:2", "=3:3", "=4:4"], diff.Paragraphs.Select(Sketch));
    }

    [Fact]
    public void White_space_alone_is_no_change()
    {
        ArticleDiff diff = Compare(["Ten  thousand\u00A0people."], ["Ten thousand people. "]);

        Assert.False(diff.HasChanges);
    }

    [Fact]
    public void A_long_live_blog_is_aligned_whole()
    {
        string[] old = [.. Enumerable.Range(0, 2000).Select(
            i => $"Update {i}: the {i % 7} reporter at gate {i * 31 % 1999} saw {i} things of note there.")];
        string[] @new =
        [
            .. Enumerable.Range(0, 500).Select(i => $"Newest {i + 5000} arrives from post {i * 17 % 499}."),
            .. old.Where((_, i) => i % 100 != 50),
        ];

        ArticleDiff diff = Compare(old, @new);

        Assert.Equal(500, diff.Paragraphs.Count(change => change.Kind == ParagraphChangeKind.Inserted));
        Assert.Equal(20, diff.Paragraphs.Count(change => change.Kind == ParagraphChangeKind.Deleted));
        Assert.Equal(
            1980, diff.Paragraphs.Count(change => change.Kind == ParagraphChangeKind.Unchanged && !change.IsMoved));
    }

    [Fact]
    public void Statistics_count_title_and_body()
    {
        Article before = new() { Url = Url, Title = "Three dead", Paragraphs = ["One two.", "Three four."] };
        Article after = new() { Url = Url, Title = "Seven dead", Paragraphs = ["One two five."] };

        Assert.Equal(
            new DiffStatistics(wordsKept: 3, wordsInserted: 2, wordsDeleted: 3),
            ArticleDiff.Compute(before, after).Statistics);
    }

    private static ArticleDiff Compare(string[] old, string[] @new) => ArticleDiff.Compute(
        new Article { Url = Url, Title = "Story", Paragraphs = [.. old.Select(text => new Paragraph(text))] },
        new Article { Url = Url, Title = "Story", Paragraphs = [.. @new.Select(text => new Paragraph(text))] });

    private static string Sketch(ParagraphChange change)
    {
        string old = string.Join(',', change.OldIndexes);
        string @new = string.Join(',', change.NewIndexes);
        string places = change.Kind switch
        {
            ParagraphChangeKind.Inserted => "+" + @new,
            ParagraphChangeKind.Deleted => "-" + old,
            ParagraphChangeKind.Unchanged => $"={old}:{@new}",
            ParagraphChangeKind.Modified => $"~{old}:{@new}",
            ParagraphChangeKind.Split => $"S{old}:{@new}",
            _ => $"M{old}:{@new}",
        };
        return places + (change.IsMoved ? " moved" : "");
    }
}

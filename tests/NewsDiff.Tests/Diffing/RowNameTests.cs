namespace NewsDiff.Tests.Diffing;

/// <summary>Which rows of tables have the same name. Cells are parted by commas here, rows by bars.</summary>
public sealed class RowNameTests
{
    [Theory]
    [InlineData("Reds,1,2,3|Blues,4,5,6", "Reds,7,8,9|Blues,7,8,9", "0>0 1>1")]
    [InlineData("Reds,1|Blues,2", "Blues,3|Reds,4", "moved 1>0 0>1")]
    [InlineData("1.,Reds,1|2.,Blues,2", "1.,Blues,7|2.,Reds,8", "moved 1>0 0>1")]
    [InlineData("1st,Reds,1|2nd,Blues,2", "1st,Blues,7|2nd,Reds,8", "moved 1>0 0>1")]
    [InlineData("999,Reds,1|888,Blues,2", "777,Blues,7|666,Reds,8", "moved 1>0 0>1")]
    [InlineData(",Reds,1|▲,Blues,2", "▲,Blues,7|,Reds,8", "moved 1>0 0>1")]
    public void A_row_is_named_by_its_first_cell_that_is_no_rank(string old, string @new, string rows) =>
        Assert.Equal(rows, Rows(old, @new));

    [Theory]
    [InlineData("2024,Reds,1|2025,Blues,2", "2024,Blues,7|2025,Reds,8", "0>0 1>1")]
    [InlineData("10:30,Reds,1|11:45,Blues,2", "10:30,Blues,7|11:45,Reds,8", "0>0 1>1")]
    [InlineData("1abcd,Reds,1|2abcd,Blues,2", "1abcd,Blues,7|2abcd,Reds,8", "0>0 1>1")]
    public void A_year_a_time_and_a_longer_word_are_names(string old, string @new, string rows) =>
        Assert.Equal(rows, Rows(old, @new));

    [Theory]
    [InlineData("1,7,8|2,9,5", "2,3,4|1,6,0", "moved 1>0 0>1")]
    public void A_row_of_ranks_is_named_by_the_first(string old, string @new, string rows) =>
        Assert.Equal(rows, Rows(old, @new));

    [Theory]
    [InlineData("Yes,1|No,2|Yes,3", "Yes,4|No,5|Yes,6", "0>0 1>1 2>2")]
    [InlineData("Yes,1|No,2|Yes,3", "No,5|Yes,3", "0> 1>0 2>1")]
    public void Rows_with_one_name_are_pairs_in_order_where_they_are_as_many(string old, string @new, string rows) =>
        Assert.Equal(rows, Rows(old, @new));

    [Fact]
    public void A_row_keeps_its_name_when_one_cell_becomes_long() => Assert.Equal(
        "0>0",
        Rows("Reds,", "Reds,did not play as their bus was late and the field was wet all day and night"));

    [Fact]
    public void A_row_of_many_new_figures_is_no_split() => Assert.Equal(
        "0>0 >1",
        Rows("Reds,11,12,13,14", "Reds,14,15,16,17|Blues,11,12,13,18"));

    [Fact]
    public void Text_with_line_breaks_of_its_own_is_no_row()
    {
        ArticleDiff diff = ArticleDiff.Compute(
            Article([new Paragraph("let\tx = 1;\nlet\ty = 2;", ParagraphKind.Preformatted)]),
            Article([new Paragraph("let\tthe quick fox jump;\nover\tthe dog;", ParagraphKind.Preformatted)]));

        Assert.Equal(2, diff.Paragraphs.Length);
    }

    private static string Rows(string old, string @new) => string.Join(
        ' ',
        ArticleDiff.Compute(Article(Table(old)), Article(Table(@new))).Paragraphs.Select(
            row => $"{(row.IsMoved ? "moved " : "")}{string.Join('+', row.OldIndexes)}>{string.Join('+', row.NewIndexes)}"));

    private static IEnumerable<Paragraph> Table(string rows) => rows.Split('|').Select(
        row => new Paragraph(row.Replace(',', '\t'), ParagraphKind.TableRow));

    private static Article Article(IEnumerable<Paragraph> paragraphs) => new()
    {
        Url = new Uri("https://news.example/story"),
        Title = "Story",
        Paragraphs = [.. paragraphs],
    };
}

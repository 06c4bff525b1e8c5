using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

namespace NewsDiff.Tests.Diffing;

public sealed class ArticleDiffPropertyTests
{
    private static readonly Arbitrary<List<string>> Bodies = Gen.Elements(
        "The council met on Monday. It voted to close the pool. Residents were angry. A petition began.",
        "The council met on Monday. It voted to close the pool.",
        "Residents were angry. A petition began.",
        "The council met on Tuesday and voted to close both pools of the town.",
        "A spokesman for the mayor declined to comment on the matter.",
        "A spokeswoman for the mayor of the town declined to comment.",
        "Prices rose by 4.5 per cent, İstanbul's chamber of trade said.",
        "Read more", "* * *", "", "東京の株は上がった。", "東京の株は下がった。市場は静かだ。")
            .ListOf()
            .Select(list => list.ToList())
            .ToArbitrary();

    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true);

    [Fact]
    public void Every_paragraph_is_in_exactly_one_row() => Check((before, after) =>
    {
        ArticleDiff diff = ArticleDiff.Compute(before, after);

        Assert.Equal(
            Enumerable.Range(0, before.Paragraphs.Length),
            diff.Paragraphs.SelectMany(change => change.OldIndexes).Order());
        Assert.Equal(
            Enumerable.Range(0, after.Paragraphs.Length),
            diff.Paragraphs.SelectMany(change => change.NewIndexes).Order());
        Assert.All(
            diff.Paragraphs,
            change => Assert.Equal(change.OldIndexes.IsEmpty || change.NewIndexes.IsEmpty, change.Words is null));
    });

    [Fact]
    public void The_edits_of_the_rows_rebuild_both_articles() => Check((before, after) =>
    {
        foreach (ParagraphChange change in ArticleDiff.Compute(before, after).Paragraphs)
        {
            if (change.Words is { } words)
            {
                Assert.Equal(
                    Join(before, change.OldIndexes),
                    string.Concat(words.Edits.Select(edit => words.OldText[edit.OldRange])));
                Assert.Equal(
                    Join(after, change.NewIndexes),
                    string.Concat(words.Edits.Select(edit => words.NewText[edit.NewRange])));
            }
        }
    });

    [Fact]
    public void Paragraphs_in_place_keep_their_order() => Check((before, after) =>
    {
        ParagraphChange[] inPlace = [.. ArticleDiff.Compute(before, after).Paragraphs
            .Where(change => change is { IsMoved: false, OldIndexes: not [], NewIndexes: not [] })];

        Assert.Equal(
            inPlace.Select(change => change.OldIndexes[0]).Order(), inPlace.Select(change => change.OldIndexes[0]));
        Assert.Equal(
            inPlace.Select(change => change.NewIndexes[0]).Order(), inPlace.Select(change => change.NewIndexes[0]));
    });

    [Fact]
    public void An_article_does_not_differ_from_itself() => Check((article, _) =>
        Assert.False(
            ArticleDiff.Compute(article, article with { Title = new string(article.Title.AsSpan()) }).HasChanges));

    [Fact]
    public void Nothing_depends_on_what_was_compared_before() => Check((before, after) =>
    {
        string[] first = Sketch(ArticleDiff.Compute(before, after));
        _ = ArticleDiff.Compute(after, before);

        Assert.Equal(first, Sketch(ArticleDiff.Compute(before, after)));
    });

    [Fact]
    public void Culture_and_thread_change_nothing() => Check((before, after) =>
    {
        string[] expected = Sketch(ArticleDiff.Compute(before, after));

        Parallel.ForEach(["tr-TR", "de-DE", "ar-SA", "th-TH"], name =>
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            Assert.Equal(expected, Sketch(ArticleDiff.Compute(before, after)));
        });
    });

    private static void Check(Action<Article, Article> property) =>
        Prop.ForAll(Bodies, Bodies, (old, @new) => property(ArticleOf(old), ArticleOf(@new))).Check(Quick);

    private static Article ArticleOf(List<string> paragraphs) => new()
    {
        Url = new Uri("https://news.example/story"),
        Title = "Story",
        Paragraphs = [.. paragraphs.Select(Paragraph.FromString)],
    };

    private static string Join(Article article, IEnumerable<int> places) =>
        string.Join("\n\n", places.Select(place => article.Paragraphs[place].Text));

    private static string[] Sketch(ArticleDiff diff) =>
    [
        .. diff.Paragraphs.Select(change =>
            $"{change.Kind} {change.IsMoved} {string.Join(',', change.OldIndexes)} "
            + $"{string.Join(',', change.NewIndexes)} {(change.Words is { } words ? Marked.Of(words) : "")}"),
    ];
}

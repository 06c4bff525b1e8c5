using NewsDiff.Rendering;

namespace NewsDiff.Tests.Specs;

public sealed class SpecDocumentTests
{
    public static TheoryData<string> Texts => [.. Read("words.md").Select(example => example.Name)];

    public static TheoryData<string> Articles => [.. Read("articles.md").Select(example => example.Name)];

    public static TheoryData<string> Moves => [.. Read("moves.md").Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_comparison_of_texts_shows_what_the_document_says(string name)
    {
        SpecExample example = Read("words.md").Single(example => example.Name == name);

        TextDiff diff = TextDiff.Compute(example.Old, example.New, example.Options);

        Assert.Equal(example.Expected, Marked.Of(diff));
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_comparison_of_articles_shows_what_the_document_says(string name)
    {
        SpecExample example = Read("articles.md").Single(example => example.Name == name);

        ArticleDiff diff = ArticleDiff.Compute(Article(example.Old), Article(example.New), example.Options);

        Assert.Equal(example.Expected.Split('\n'), diff.Paragraphs.Select(change => Row(change, diff)));
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void The_comparison_of_articles_shows_the_moves_that_the_document_says(string name)
    {
        SpecExample example = Read("moves.md").Single(example => example.Name == name);
        var renderer = new AnsiDiffRenderer { Color = false, ShowUnchanged = true };

        string shown = renderer.Render(
            ArticleDiff.Compute(Article(example.Old, title: ""), Article(example.New, title: ""), example.Options));

        Assert.Equal(example.Expected, shown.TrimEnd('\n'));
    }

    private static IEnumerable<SpecExample> Read(string document) =>
        SpecExample.ReadAll(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", document)));

    private static Article Article(string text, string title = "Story") => new()
    {
        Url = new Uri("https://news.example/story"),
        Title = title,
        Paragraphs = [.. text.Split("\n\n").Select(Paragraph.FromString)],
    };

    private static string Row(ParagraphChange change, ArticleDiff diff)
    {
        string text = change switch
        {
            { Words: { } words } => Marked.Of(words).Replace("\n\n", "¶", StringComparison.Ordinal),
            { NewIndexes: [var place] } => diff.After.Paragraphs[place].Text,
            _ => diff.Before.Paragraphs[change.OldIndexes[0]].Text,
        };
        return $"{change.Kind.ToString().ToLowerInvariant()}{(change.IsMoved ? ", moved" : "")} | {text}";
    }
}

namespace NewsDiff.Tests.Specs;

public sealed class SpecDocumentTests
{
    public static TheoryData<string> Names => [.. Examples().Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_comparison_shows_what_the_document_says(string name)
    {
        SpecExample example = Examples().Single(example => example.Name == name);

        TextDiff diff = TextDiff.Compute(example.Old, example.New, example.Options);

        Assert.Equal(example.Expected, Marked.Of(diff));
    }

    private static IEnumerable<SpecExample> Examples() =>
        SpecExample.ReadAll(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "words.md")));
}

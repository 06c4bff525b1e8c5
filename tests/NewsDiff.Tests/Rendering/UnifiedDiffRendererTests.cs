using FsCheck;
using FsCheck.Fluent;

using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

public sealed class UnifiedDiffRendererTests
{
    private static readonly Arbitrary<string> Lines = Gen.Elements(
        "one", "two", "three", "two words", "", "four more words")
        .ListOf()
        .SelectMany(lines => Gen.Elements("", "\n").Select(end => string.Join('\n', lines) + end))
        .ToArbitrary();

    [Fact]
    public void An_article_is_a_file_of_its_title_and_paragraphs()
    {
        Article before = Stories.Article("Title", "One.", "Two.", "Three.", "Four.", "It cost 5 euros.");
        Article after = Stories.Article("Title", "One.", "Two.", "Three.", "Four.", "It cost 6 euros.");

        Assert.Equal(
            "--- old\n+++ new\n@@ -3,4 +3,4 @@\n Two.\n Three.\n Four.\n-It cost 5 euros.\n+It cost 6 euros.\n",
            new UnifiedDiffRenderer().Render(ArticleDiff.Compute(before, after)));
    }

    [Fact]
    public void Nothing_is_written_when_nothing_changed() =>
        Assert.Equal("", new UnifiedDiffRenderer().Render(TextDiff.Compute("a\nb", "a\nb")));

    [Fact]
    public void A_missing_line_end_is_shown() => Assert.Equal(
        "--- old\n+++ new\n@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n",
        new UnifiedDiffRenderer().Render(TextDiff.Compute("a\n", "b")));

    [Fact]
    public void A_moved_paragraph_is_deleted_here_and_inserted_there()
    {
        string patch = new UnifiedDiffRenderer().Render(Stories.Harbour());

        Assert.Equal(Stories.HarbourAfter.Paragraphs.Select(p => p.Text)
            .Prepend(Stories.HarbourAfter.Title), Apply(patch, [
            Stories.HarbourBefore.Title, .. Stories.HarbourBefore.Paragraphs.Select(p => p.Text)]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_patch_turns_the_old_text_into_the_new_one(int context) => Prop.ForAll(Lines, Lines, (old, @new) =>
    {
        TextDiff diff = TextDiff.Compute(old, @new);
        string patch = new UnifiedDiffRenderer { Context = context }.Render(diff);
        if (diff.HasChanges)
        {
            Assert.Equal(LinesOf(@new), Apply(patch, LinesOf(old)));
        }
    }).Check(Stories.Quick);

    [Fact]
    public void A_patch_turns_the_old_article_into_the_new_one_however_paragraphs_are_shuffled() =>
        Prop.ForAll(Stories.Orders, Stories.Orders, (old, @new) =>
        {
            string patch = new UnifiedDiffRenderer().Render(
                ArticleDiff.Compute(Stories.Article("Title", [.. old]), Stories.Article("Title", [.. @new])));

            Assert.Equal(["Title", .. @new], Apply(patch, ["Title", .. old]));
        }).Check(Stories.Quick);

    private static string[] LinesOf(string text) =>
        text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    /// <summary>
    /// Applies a patch as <c>patch</c> does, by line numbers, and fails where context or deleted lines are not there.
    /// </summary>
    private static string[] Apply(string patch, string[] old)
    {
        var result = new List<string>();
        int at = 0;
        foreach (string line in patch.Split('\n').Skip(2).Where(line => line.Length > 0 && line[0] != '\\'))
        {
            if (line[0] == '@')
            {
                string[] range = line.Split(' ')[1][1..].Split(',');
                int start = int.Parse(range[0], System.Globalization.CultureInfo.InvariantCulture) - (range is [_, "0"]
                    ? 0
                    : 1);
                result.AddRange(old[at..start]);
                at = start;
                continue;
            }

            if (line[0] != '+')
            {
                Assert.Equal(old[at++], line[1..]);
            }

            if (line[0] != '-')
            {
                result.Add(line[1..]);
            }
        }

        return [.. result, .. old[at..]];
    }
}

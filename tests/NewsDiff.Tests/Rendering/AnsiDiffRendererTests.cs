using System.Text;
using System.Text.RegularExpressions;

using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

public sealed partial class AnsiDiffRendererTests
{
    private static readonly AnsiDiffRenderer Plain = new() { Color = false };
    private static readonly AnsiDiffRenderer Colored = new();

    [Fact]
    public void Without_colour_changes_are_marked_by_characters() => Assert.Equal(
        "~ The board {+narrowly+} approved [-120-]{+90+} homes.\n",
        Plain.Render(TextDiff.Compute("The board approved 120 homes.", "The board narrowly approved 90 homes.")));

    [Fact]
    public void With_colour_every_sequence_is_ended_before_the_line_ends()
    {
        string text = Colored.Render(TextDiff.Compute("The board approved 120 homes.", "The board approved 90 homes."));

        Assert.Equal("~ The board approved \e[9;31m120\e[0m\e[1;32m90\e[0m homes.\n", text);
    }

    [Fact]
    public void The_title_comes_first_and_unchanged_paragraphs_are_counted()
    {
        Article before = Stories.Article("Old title", "One.", "Two.", "It cost 5 euros.", "Four.");
        Article after = Stories.Article("New title", "One.", "Two.", "It cost 6 euros.", "Four.");

        Assert.Equal(
            "[-Old-]{+New+} title\n\n  … 2 paragraphs unchanged\n~ It cost [-5-]{+6+} euros.\n  … 1 paragraph "
            + "unchanged\n",
            Plain.Render(ArticleDiff.Compute(before, after)));
    }

    [Fact]
    public void All_paragraphs_are_shown_on_request()
    {
        ArticleDiff diff = ArticleDiff.Compute(
            Stories.Article("T", "One.", "Two."), Stories.Article("T", "One.", "Two."));

        Assert.Equal(
            "T\n\n  One.\n  Two.\n",
            new AnsiDiffRenderer { Color = false, ShowUnchanged = true }.Render(diff));
    }

    [Fact]
    public void Moves_splits_and_merges_are_given_in_words()
    {
        string text = Plain.Render(Stories.Harbour());

        Assert.Contains("(Moved: was paragraph 4, is paragraph 1)", text, StringComparison.Ordinal);
        Assert.Contains("(Split into 2)", text, StringComparison.Ordinal);
        Assert.Contains("(Merged from 2)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(47)]
    [InlineData(100)]
    public void Lines_are_wrapped_at_the_width(int width)
    {
        var renderer = new AnsiDiffRenderer { Width = width, ShowUnchanged = true };
        string text = Escapes().Replace(renderer.Render(Stories.Harbour()), "");

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void Wide_characters_count_twice_and_break_anywhere()
    {
        var renderer = new AnsiDiffRenderer { Color = false, Width = 20, ShowUnchanged = true };
        string text = renderer.Render(TextDiff.Compute("東京都は新しい計画を発表した", "東京都は新しい計画を発表した"));

        Assert.Equal("  東京都は新しい計画\n  を発表した\n", text);
    }

    [Fact]
    public void Nothing_in_a_text_reaches_the_terminal_as_control_or_direction() => Stories.Check((old, @new) =>
    {
        ArticleDiff diff = ArticleDiff.Compute(Stories.Article(old, old), Stories.Article(@new, @new));
        string text = Escapes().Replace(new AnsiDiffRenderer { Width = 40 }.Render(diff), "");
        text += Plain.Render(diff) + new UnifiedDiffRenderer().Render(diff) + new MarkdownDiffRenderer().Render(diff);

        Assert.DoesNotContain(text.EnumerateRunes(), rune => Rune.IsControl(rune) && rune.Value != '\n');
        Assert.DoesNotContain(text, c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u206F'));
    });

    [GeneratedRegex(@"\e\[(0|1|2|9;31|1;32|4;36)m", RegexOptions.NonBacktracking)]
    private static partial Regex Escapes();
}

using System.Text.Json;

using FsCheck;
using FsCheck.Fluent;

using NewsDiff.Rendering;
using NewsDiff.Tests.Tracking;

namespace NewsDiff.Tests.Rendering;

/// <summary>
/// A version is stored when, and only when, its comparison has a change, and every renderer then marks or names one.
/// </summary>
public sealed class NothingUnsaidTests
{
    private static readonly string[] Texts =
    [
        "", " ", "The council met on Monday. It voted to close the pool. Residents were angry. A petition began.",
        "The council met on Monday. It voted to close the pool.", "Residents were angry. A petition began.",
        "The council met on Tuesday and voted to close both pools.", "int a;\n\n\nint b;", "int a;\n\nint b;",
        "int a;\r\n\r\nint b;", "int a;\rint b;",
        "one\r\rtwo", "one\u2029two", "one two", "caf\u00E9 noir", "cafe\u0301 noir", "CAF\u00C9 NOIR", "“Yes”",
        "\"Yes\"", "Yes", "* * *", "\u200B", "a\u00ADb", "ab",
        "東京の株は上がった。市場は静かだ。", "東京の株は上がった。", "市場は静かだ。", "\uD83D", "\0",
    ];

    private static readonly string[] Pieces =
    [
        "pool", "Pool", "two", "0", "3.5", ".", "…", "“", "\"", "a-b", "—", " ", "  ", "\t", "\u00A0", "\u3000",
        "\u00AD", "\u200B", "\u200D", "\uFEFF", "\n", "\r",
        "\r\n", "\n\n", "\v", "\f", "\u0085", "\u2028", "\u2029", "e", "\u00E9", "\u0301", "\u1E69", "\u0323",
        "\u0307", "株", "が", "か\u3099", "한", "\u1112\u1161",
        "👍", "👍🏽", "👩\u200D👧", "\uFE0F", "\uD83D", "\uDC4D", "\u202E", "\0", "\u0130", "ﬁ",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Elements(Texts),
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        from begin in Gen.Elements(Texts)
        from piece in Gen.Elements(Pieces)
        from end in Gen.Elements(Texts)
        select begin + piece + end);

    private static readonly Gen<Paragraph> Paragraphs =
        from text in AnyText
        from kind in Gen.Frequency(
            (3, Gen.Constant(ParagraphKind.Text)), (1, Gen.Elements(Enum.GetValues<ParagraphKind>())))
        select new Paragraph(text, kind);

    private static readonly Gen<Article> Articles =
        from title in Gen.Frequency(
            (3, Gen.Elements(
                "Pool to close",
                " Pool  to close\n",
                "Pool to close!",
                "POOL to close",
                "",
                " ",
                "Pool\n\nto close")), (1, AnyText))
        from paragraphs in Paragraphs.ListOf()
        select new Article { Url = Newsroom.Story, Title = title, Paragraphs = [.. paragraphs] };

    // As pages change: one paragraph gets another text or part, goes, comes, or changes places.
    private static readonly Arbitrary<(Article Before, Article After)> Pairs = Gen.OneOf(
        from before in Articles
        from after in Articles
        select (before, after),
        from before in Articles
        from paragraph in Paragraphs
        from place in Gen.Choose(0, 8)
        from edit in Gen.Choose(0, 4)
        select (before, Edit(before, paragraph, place, edit))).ToArbitrary();

    private static readonly DiffOptions?[] Options =
        [
            null, new() { IgnoreCase = true }, new() { IgnoreTypography = true, IgnoreInvisible = true },
            new() { ReplaceWholeBelow = 1 },
        ];

    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(400).WithQuietOnSuccess(true);

    [Fact]
    public void A_version_is_stored_when_its_comparison_has_a_change() => Check((before, after) =>
    {
        bool hasChanges = ArticleDiff.Compute(before, after).HasChanges;

        Assert.Equal(hasChanges, !before.HasSameContentAs(after));
        Assert.Equal(hasChanges, ContentHash.Compute(before) != ContentHash.Compute(after));
        AppendResult appended = new VersionDraft { ArticleId = "a", Article = after, SeenAt = Stories.Seen }.ApplyTo(
            Stories.Version(1, before));
        Assert.Equal(hasChanges ? AppendStatus.Appended : AppendStatus.Unchanged, appended.Status);
    });

    [Fact]
    public void What_has_a_change_shows_one_in_every_format() => Check((before, after) =>
    {
        foreach (DiffOptions? options in Options.Take(2))
        {
            var diff = ArticleDiff.Compute(before, after, options);

            Assert.All(
                Formats,
                format => Assert.True(format.Shows(diff) == diff.HasChanges, $"{format.Name} {diff.HasChanges}"));
        }
    });

    [Fact]
    public void A_change_that_the_options_of_a_host_hide_is_still_shown() => Check((before, after) =>
    {
        foreach (DiffOptions? options in Options)
        {
            var change = new ArticleChange(Stories.Version(1, before), Stories.Version(2, after), options);

            Assert.Equal(!before.HasSameContentAs(after), change.Diff.HasChanges);
        }
    });

    private static readonly (string Name, Func<ArticleDiff, bool> Shows)[] Formats =
    [
        ("table", diff => HasMark(new HtmlDiffRenderer(new HtmlDiffOptions { IncludeStyles = false }).Render(diff))),
        ("inline", diff => HasMark(
            new HtmlDiffRenderer(new HtmlDiffOptions { IncludeStyles = false, Layout = HtmlDiffLayout.Inline }).Render(
                diff))),
        ("mail", diff => HasMark(new MailDiffRenderer().Render(diff), "p:not([dir])", "unchanged")),
        ("terminal", diff => new AnsiDiffRenderer(new AnsiDiffOptions { Color = false }).Render(diff)
            .Split('\n')
            .Any(line => line is ['+' or '-' or '~' or '>', ..] || line.StartsWith("  (", StringComparison.Ordinal)
                || line.Contains("{+", StringComparison.Ordinal) || line.Contains("[-", StringComparison.Ordinal))),
        ("Markdown", diff => new MarkdownDiffRenderer().Render(diff) is var text
            && (text.Contains("**", StringComparison.Ordinal)
                || text.Contains("~~", StringComparison.Ordinal)
                || text.Contains("\n> *", StringComparison.Ordinal)
                || text.StartsWith("> *", StringComparison.Ordinal))),
        ("unified", diff => new UnifiedDiffRenderer().Render(diff).Length > 0),
        ("JSON", diff => JsonDocument.Parse(new JsonDiffRenderer().Render(diff)).RootElement
            .GetProperty("hasChanges")
            .GetBoolean()),
        ("summary", diff => ChangeSummary.Write(diff) != "nothing changed"),
    ];

    [Theory]
    [InlineData(ParagraphKind.Text, ParagraphKind.Heading, "Now a heading", "a paragraph is now a heading")]
    [InlineData(
        ParagraphKind.Quote, ParagraphKind.Text, "No longer a quotation", "a paragraph is no longer a quotation")]
    [InlineData(
        ParagraphKind.ListItem,
        ParagraphKind.Heading,
        "Now a heading, no longer a list item",
        "a paragraph is now a heading, no longer a list item")]
    [InlineData(ParagraphKind.Text, ParagraphKind.Preformatted, "Now preformatted", "a paragraph is now preformatted")]
    public void A_paragraph_whose_kind_changed_is_named(
        ParagraphKind old,
        ParagraphKind @new,
        string label,
        string summary)
    {
        var diff = ArticleDiff.Compute(Story(old), Story(@new));

        ParagraphChange change = diff.Paragraphs[1];
        Assert.Equal((ParagraphChangeKind.Unchanged, old, @new), (change.Kind, change.OldKind, change.NewKind));
        Assert.Contains($">{label}</span>", new HtmlDiffRenderer().Render(diff), StringComparison.Ordinal);
        Assert.Contains($">{label}</p>", new MailDiffRenderer().Render(diff), StringComparison.Ordinal);
        Assert.Contains(
            $"({label})\n~ The mill",
            new AnsiDiffRenderer(new AnsiDiffOptions { Color = false }).Render(diff),
            StringComparison.Ordinal);
        Assert.Contains(
            $"> *{label}*\n>\n> The mill", new MarkdownDiffRenderer().Render(diff), StringComparison.Ordinal);
        Assert.Contains(
            $"@@ {label}\n Story\n It was sold.\n-The mill\n+The mill\n",
            new UnifiedDiffRenderer().Render(diff),
            StringComparison.Ordinal);
        Assert.Equal(summary, ChangeSummary.Write(diff));
    }

    [Fact]
    public void Two_paragraphs_whose_kind_changed_are_counted()
    {
        var diff = ArticleDiff.Compute(
            Stories.Article("T", "One.", "Two."),
            Stories.Article("T") with
            {
                Paragraphs = [new Paragraph("One.", ParagraphKind.Quote), new Paragraph("Two.", ParagraphKind.Quote)],
            });

        Assert.Equal("form of 2 paragraphs changed", ChangeSummary.Write(diff));
    }

    [Fact]
    public void Programs_see_both_kinds()
    {
        JsonElement row = JsonDocument.Parse(
            new JsonDiffRenderer().Render(ArticleDiff.Compute(Story(ParagraphKind.Text), Story(ParagraphKind.Heading))))
            .RootElement.GetProperty("paragraphs")[1];

        Assert.Equal(
            ("text", "heading"), (row.GetProperty("oldKind").GetString(), row.GetProperty("newKind").GetString()));
    }

    [Fact]
    public void A_removed_blank_line_in_code_is_not_a_change()
    {
        var diff = ArticleDiff.Compute(
            Stories.Article("T", "int a;\n\n\nint b;"), Stories.Article("T", "int a;\n\nint b;"));

        Assert.False(diff.HasChanges);
        Assert.Equal(ParagraphChangeKind.Unchanged, diff.Paragraphs.Single().Kind);
    }

    private static Article Story(ParagraphKind kind) =>
        Stories.Article("Story") with { Paragraphs = ["It was sold.", new Paragraph("The mill", kind)] };

    private static bool HasMark(string html, string names = ".nd-label", string butNot = "\0") =>
        RenderedHtml.Parse(html) is var document
        && (document.QuerySelector("ins, del") is not null
            || document.QuerySelectorAll(names).Any(
                name => !name.TextContent.Contains(butNot, StringComparison.Ordinal)));

    private static Article Edit(Article article, Paragraph paragraph, int place, int edit)
    {
        List<Paragraph> paragraphs = [.. article.Paragraphs];
        place = Math.Min(place, Math.Max(paragraphs.Count - 1, 0));
        if (paragraphs.Count == 0 || edit == 0)
        {
            paragraphs.Insert(place, paragraph);
        }
        else
        {
            Paragraph old = paragraphs[place];
            paragraphs.RemoveAt(place);
            switch (edit)
            {
                case 1:
                    paragraphs.Insert(place, old with { Kind = paragraph.Kind });
                    break;
                case 2:
                    paragraphs.Insert(place, old with { Text = paragraph.Text });
                    break;
                case 3:
                    paragraphs.Add(old);
                    break;
                default:
                    break;
            }
        }

        return article with { Paragraphs = [.. paragraphs] };
    }

    private static void Check(Action<Article, Article> property) =>
        Prop.ForAll(Pairs, pair => property(pair.Before, pair.After)).Check(Quick);
}

using System.Text;
using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.Emoji;
using NewsDiff.Rendering;
using NewsDiff.Rendering.Terminal;

namespace NewsDiff.Tests.Rendering;

/// <summary>Every dialect shows the original text, with no elements but those of our marks.</summary>
public sealed class MarkdownDialectTests
{
    private static readonly (string Name, MarkdownPipeline Pipeline)[] Dialects =
    [
        ("CommonMark", new MarkdownPipelineBuilder().Build()),
        ("GitHub", new MarkdownPipelineBuilder()
            .UsePipeTables()
                .UseTaskLists()
                .UseAutoLinks()
                .UseAlertBlocks()
                .UseFootnotes()
                .UseEmojiAndSmiley()
                .UseEmphasisExtras()
                .Build()),
        ("advanced", new MarkdownPipelineBuilder().UseAdvancedExtensions()
            .UseEmojiAndSmiley()
            .UseSoftlineBreakAsHardlineBreak()
            .Build()),
    ];

    private static readonly string[] Nasty =
    [
        "{onmouseover=\"alert(1)\"}", "{#id .class}", "{", "}", "{{ site.title }}", "[x](javascript:alert(1))", "[x]",
        "[^1]", "[^1]:", "[ ] ", "[x]: /u", "![x](y)",
        "![[", "]]", "*[HTML]: x", "(", ")", "<b>", "</b>", "<!-- x -->", "<https://example.org>", "&lt;", "&amp",
        "&#35;", "*", "**", "_", "__", "~", "~~", "~~~", "`", "```",
        "^", "^^", "^^^", "==", "=", "===", "++", "+", "--", "-", "---", "#", "##", "# ", "|", "| a | b |", "||", "!",
        "!!", "::", ":::", ":", ": ", ":smile:", ":)", ":-)",
        "8-)", ":D", "D:", ";)", "=)", "$", "$$", "$x$", "@octocat", "a@example.org", "#123", "GH-1",
        "https://example.org", "http://x.y", "ftp://x.y", "www.example.org",
        "mailto:a@b.c", "tel:1", "1.", "1)", "a.", "iv)", "A.", "\"\"", "\"", "'", "''", "...", ".", "\\", "\\\\",
        "    ", "\t", "  \n", "\n", "\n\n", "---\n", "\r", "\u2029",
        "%", "%%", "/", "?", ";", ",", "\0", "\u001B", "\u202E", "\uD83D", "👍🏽", "€", "é", "e\u0301", "\u0301", "京",
        "\u00A0", "\u200B", "“", "”", "…", "[!NOTE]", "> ", ">",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Frequency(
        (4, Gen.Elements(Nasty)),
        (2, Gen.Elements("the", "mayor", "said", "x", "I", "12", "3.5")),
        (3, Gen.Constant(" "))).ListOf().Select(string.Concat).ToArbitrary();

    private static readonly HashSet<string> Elements =
    [
        "html", "head", "body", "h1", "blockquote", "p", "em", "strong", "del", "br",
    ];

    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(1500).WithQuietOnSuccess(true);

    [Theory]
    [InlineData("{onmouseover=\"alert(1)\"}")]
    [InlineData("Mayor resigns {onmouseover=alert(1) }")]
    [InlineData("C# and F #")]
    [InlineData("a. Smith")]
    [InlineData("iv) four")]
    [InlineData("say ::this:: and ++that++ and ==those== and ~these~ or ^x^")]
    [InlineData("a \"\"cite\"\" b")]
    [InlineData("costs $5 and $6")]
    [InlineData("12:30:45 :smile: x :) D: 8-) <3")]
    [InlineData("[!NOTE] [^1] [ ] [x]: y")]
    public void A_text_reads_back_unchanged(string text) => AssertReadsAs(text, text);

    [Fact]
    public void Any_text_reads_back_unchanged() => Prop.ForAll(Texts, text => AssertReadsAs(text, text)).Check(Quick);

    [Fact]
    public void Any_change_reads_back_unchanged() => Prop.ForAll(Texts, Texts, AssertReadsAs).Check(Quick);

    [Fact]
    public void No_smiley_becomes_a_picture() => Assert.All(
        EmojiMapping.GetDefaultSmileyToEmojiShortcode().Keys,
        smiley => AssertReadsAs($"so {smiley} it is", $"so {smiley} it was"));

    [Theory]
    [InlineData("@octocat", "@<!-- -->octocat")]
    [InlineData("see #123", "#<!-- -->123")]
    [InlineData(":tada: for all", ":<!-- -->tada")]
    public void No_text_mentions_a_person(string text, string expected) => Assert.Contains(
        expected,
        new MarkdownDiffRenderer().Render(TextDiff.Compute(text, text)).Replace("\\", "", StringComparison.Ordinal),
        StringComparison.Ordinal);

    // Showdown and the first Markdown escape less than CommonMark, and markdown-it makes links of more: no .NET library
    // reads as they do.
    [Theory]
    [InlineData("<b onclick=x>bold</b>", "<")]
    [InlineData("<img src=x onerror=alert(1)>", "<")]
    [InlineData("see //example.org/a", "//")]
    [InlineData("///example.org", "//")]
    public void What_other_readers_take_for_markup_is_not_written(string text, string markup) => Assert.DoesNotContain(
        markup, new MarkdownDiffRenderer().Render(TextDiff.Compute(text, text)), StringComparison.Ordinal);

    private static void AssertReadsAs(string old, string @new)
    {
        Article before = Stories.Article(old, old);
        Article after = Stories.Article(@new, @new);
        var diff = ArticleDiff.Compute(before, after);
        string markdown = new MarkdownDiffRenderer().Render(diff);
        foreach ((string name, MarkdownPipeline pipeline) in Dialects)
        {
            IDocument document = RenderedHtml.Parse(Markdown.ToHtml(markdown, pipeline));
            string all = $"{name}: {markdown}\n{document.Body!.InnerHtml}";
            Assert.True(document.All.All(element => Elements.Contains(element.LocalName)), all);
            Assert.True(
                document.All.All(
                    element => element.Attributes.All(
                        attribute => attribute.Name == "id" && element.LocalName == "h1")), all);
            if (name == "CommonMark" && markdown.Contains("~~", StringComparison.Ordinal))
            {
                // It has no strike-through: deleted text appears between tildes.
                continue;
            }

            Assert.True(Shown(document.QuerySelectorAll("h1"), "del") == Visible(@new), all);
            Assert.True(Shown(document.QuerySelectorAll("h1"), "strong") == Visible(old), all);
            Assert.True(
                Shown(document.QuerySelectorAll("blockquote > p:not(:has(> em:only-child))"), "del") == Visible(@new),
                all);
        }
    }

    // The words of one side, without white space: a break is shown by a sign, and space cannot be marked.
    private static string Shown(IEnumerable<IElement> blocks, string without)
    {
        var text = new List<string>();
        foreach (IElement block in blocks.Select(block => (IElement)block.Clone()))
        {
            foreach (IElement other in block.QuerySelectorAll(without).ToList())
            {
                other.Remove();
            }

            text.Add(block.TextContent);
        }

        return Squeeze(string.Concat(text).Replace("¶", "", StringComparison.Ordinal));
    }

    private static string Visible(string text) => Squeeze(string.Concat(text.EnumerateRunes().Select(
        rune => Rune.IsWhiteSpace(rune) ? " " : TerminalText.Harmless(rune).ToString())));

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Normalize();
}

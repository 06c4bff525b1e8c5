using System.Text;
using NewsDiff.Cards.Lettering;

namespace NewsDiff.Cards.Tests;

public sealed class HostileTests
{
    private static readonly CardRenderer Renderer = new(new CardOptions { UsesInstalledFonts = false });

    public static TheoryData<string, string> Texts => new()
    {
        { "empty", "" },
        { "spaces", new string(' ', 100_000) },
        { "one letter, a million times", new string('a', 1_000_000) },
        { "controls", string.Concat(Enumerable.Range(0, 32).Select(c => (char)c)) + "\u007F\u0085\u009F" },
        { "overrides", string.Concat(Enumerable.Repeat("\u202Eabc\u2066def\u202D", 10_000)) },
        { "lone surrogates", string.Concat(Enumerable.Repeat("\uD800x\uDFFF", 1000)) },
        { "nothing visible", new string('\u200B', 500_000) + "x" },
        { "joiners", new string('\u200D', 500_000) },
        { "marks", "x" + new string('\u0301', 200_000) },
        { "marks on nothing", new string('\u0301', 1000) },
        { "no characters", "\uFFFE\uFFFF\uDBFF\uDFFF" },
        { "private", new string('\uE000', 1000) },
        { "brackets", new string('(', 10_000) + "א" + new string(')', 10_000) },
        { "every script", string.Concat(Enumerable.Range(0x100, 0x4000).Select(c => (char)c).Where(char.IsLetter)) },
        { "emoji", string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦🏳️‍🌈", 500)) },
        { "separators", "a\u2028b\u2029c\r\nd\te\u00A0f" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_text_breaks_a_card(string name, string text)
    {
        Assert.NotEmpty(name);
        foreach (ArticleChange change in new[]
        {
            Changes.Of(text, "News"), Changes.Of("News", text), Changes.Of(text, text, "It rains.", text),
            Changes.Of("x", "y", text, "It rains."), Changes.Of("x", "y", language: text),
        })
        {
            ChangeCard card = Renderer.Render(change);
            Assert.InRange(card.Png.Length, 1000, 1_000_000);
            Assert.InRange(card.AlternativeText.Length, 1, 1000);
            Assert.InRange(card.Missing.EnumerateRunes().Count(), 0, 100);
        }
    }

    [Fact]
    public void Cleaned_text_is_short_and_holds_no_codes_that_override()
    {
        foreach (TheoryDataRow<string, string> row in Texts)
        {
            string text = MarkedText.Of(row.Data.Item2, 300).Text;

            Assert.InRange(text.Length, 0, 302);
            Assert.DoesNotContain(
                text.EnumerateRunes(),
                rune => Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
        }

        Assert.Equal("a b c d e\u00A0f", MarkedText.Of("a\u2028b\u2029c\r\nd\te\u00A0f", 300).Text);
        Assert.Equal("x\u0301\u0301\u0301\u0301y", MarkedText.Of("x" + new string('\u0301', 9) + "y", 300).Text);
        Assert.Equal("\uFFFDx", MarkedText.Of("\uD800x", 300).Text);
        Assert.Equal("می\u200Cخواهم", MarkedText.Of("می\u200C\u200Cخواهم", 300).Text);
    }

    [Fact]
    public void White_space_at_the_ends_of_a_change_is_not_marked()
    {
        MarkedText text = new MarkedTextBuilder(100)
            .Append("one", Mark.Kept).Append(" two three ", Mark.Added).Append("four", Mark.Kept).Build();

        Assert.Equal("one two three four", text.Text);
        Assert.Equal(
            "KKKKAAAAAAAAAKKKKK", string.Concat(text.Marks.Select(mark => mark == Mark.Added ? 'A' : 'K')));
    }
}

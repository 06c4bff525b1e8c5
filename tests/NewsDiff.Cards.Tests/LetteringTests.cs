using NewsDiff.Cards.Drawing;
using NewsDiff.Cards.Fonts;
using NewsDiff.Cards.Lettering;

namespace NewsDiff.Cards.Tests;

public sealed class LetteringTests
{
    private static readonly FontShelf Fonts = new([], usesInstalled: false);

    /// <summary>Texts in the order of reading, and the characters from left to right as they are seen.</summary>
    [Theory]
    [InlineData(false, "abc אבג 12", "abc 12 גבא")]
    [InlineData(true, "abc אבג 12", "12 גבא abc")]
    [InlineData(true, "אבג", "גבא")]
    [InlineData(true, "א abc ב", "ב abc א")]
    [InlineData(false, "a (אב) b", "a (בא) b")]
    [InlineData(true, "א (ab) ב", "ב )ab( א")]
    [InlineData(true, "א ab (cd) ב", "ב ab (cd) א")]
    [InlineData(true, "א 1,234.5 ב", "ב 1,234.5 א")]
    [InlineData(true, "א -12% ב", "ב 12%- א")]
    [InlineData(true, "ع 12-3 ب", "ب 3-12 ع")]
    [InlineData(true, "ع 1.5 ب", "ب 1.5 ع")]
    [InlineData(true, "א 12-3 ב", "ב 12-3 א")]
    [InlineData(false, "אב, גד", "דג ,בא")]
    [InlineData(false, "אב!", "בא!")]
    [InlineData(true, "אב!", "!בא")]
    public void Texts_of_two_directions_are_in_the_order_of_the_standard(bool isRightToLeft, string text, string seen)
    {
        byte[] levels = BidiLevels.Compute(text, isRightToLeft);

        Assert.Equal(seen, string.Concat(BidiLevels.Order(levels).Select(place => text[place])));
    }

    [Fact]
    public void Arabic_letters_are_joined_and_run_from_right_to_left()
    {
        Piece word = Assert.Single(Assert.Single(Set("سلم").Words));
        Piece[] letters = [.. new[] { "س", "ل", "م" }.Select(letter => Set(letter).Words[0][0])];

        // Each letter has the form of its place in the word, and the last one is on the left.
        Assert.Equal(3, word.Glyphs.Length);
        Assert.DoesNotContain(word.Glyphs, glyph => letters.Any(letter => letter.Glyphs[0] == glyph));
        Assert.Equal(Set("سم").Words[0][0].Glyphs[0], word.Glyphs[0]);
        Assert.Single(Set("لا").Words[0][0].Glyphs);
    }

    [Fact]
    public void Letters_stay_joined_where_a_change_begins_in_a_word()
    {
        var half = new TextSetter(
            new MarkedTextBuilder(100).Append("سل", Mark.Kept).Append("م", Mark.Added).Build(),
            Fonts, isBold: false, isRightToLeft: true, "ar");
        Piece[] parts = Assert.Single(half.Words);

        Assert.Equal([Mark.Kept, Mark.Added], parts.Select(part => part.Mark));
        Assert.Equal(Set("سلم").Words[0][0].Glyphs, parts[1].Glyphs.Concat(parts[0].Glyphs));
    }

    [Theory]
    [InlineData("two words", "two |words")]
    [InlineData("Premier-Minister", "Premier-|Minister")]
    [InlineData("1-0", "1-0")]
    [InlineData("10\u00A0000 dead", "10\u00A0000 |dead")]
    [InlineData("首相、辞任", "首|相、|辞|任")]
    [InlineData("「責任」だ", "「責|任」|だ")]
    [InlineData("キャッチ", "キャッ|チ")]
    [InlineData("死者21人", "死|者|21|人")]
    [InlineData("สวัสดี", "ส|วั|ส|ดี")]
    [InlineData("대통령 사임", "대통령 |사임")]
    public void Lines_end_where_readers_expect_it(string text, string broken)
    {
        bool[] breaks = LineBreaks.Find(text);

        Assert.Equal(broken, string.Concat(text.Select((c, i) => breaks[i] ? $"|{c}" : $"{c}")));
    }

    [Fact]
    public void A_text_is_set_in_the_largest_size_that_fits_and_cut_in_the_last()
    {
        SetText fits = SetText.Fit(Set("A short headline"), 1000, 200, 3, 72, 50, 30);
        SetText shrinks = SetText.Fit(Set(Words(12)), 1000, 200, 3, 72, 50, 30);
        SetText isCut = SetText.Fit(Set(Words(100)), 1000, 200, 3, 72, 50, 30);

        Assert.Equal((72, false), (fits.Size, HasEllipsis(fits)));
        Assert.Equal((50, false), (shrinks.Size, HasEllipsis(shrinks)));
        Assert.Equal((30, true), (isCut.Size, HasEllipsis(isCut)));
        Assert.Equal(3, isCut.Lines.Count);
        Assert.All(isCut.Lines, line => Assert.InRange(line.Sum(piece => piece.Width) * isCut.Size, 1, 1000));
    }

    [Fact]
    public void A_word_longer_than_a_line_is_divided_between_letters()
    {
        SetText text = SetText.Fit(Set(new string('m', 100)), 500, 1000, 20, 30);

        Assert.All(text.Lines, line => Assert.InRange(line.Sum(piece => piece.Width) * 30, 1, 500));
        Assert.Equal(100, text.Lines.Sum(line => line.Sum(piece => piece.Length)));
    }

    [Fact]
    public void The_licence_of_the_fonts_names_each_of_them()
    {
        string licence = File.ReadAllText(
            Path.Combine(TestSupport.SourceTree.Root, "src/NewsDiff.Cards/Fonts/OFL.txt"));

        Assert.Equal(6, PackageFonts.All.Count);
        Assert.All(
            PackageFonts.All,
            face => Assert.Contains($"{face.Typeface.FamilyName}, Regular and Bold: Copyright", licence));
    }

    private static TextSetter Set(string text) =>
        new(MarkedText.Of(text, 2000), Fonts, isBold: false, isRightToLeft: text[0] > 'ÿ', null);

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("headline", count));

    private static bool HasEllipsis(SetText text) => text.Lines[^1][^1].Length == 0;
}

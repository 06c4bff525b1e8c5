using NewsDiff.Cards.Fonts;
using NewsDiff.Cards.Lettering;
using SkiaSharp;

namespace NewsDiff.Cards.Drawing;

/// <summary>Draws a card: who and when, the headline before and after, the passage, the extent of the change.</summary>
internal sealed class CardPainter(CardContent content, CardOptions options, FontShelf fonts)
{
    private const float Margin = 64;
    private const float Inner = ChangeCard.Width - (2 * Margin);
    private const float BodyTop = 138;
    private const float BodyBottom = 528;
    private const float Gap = 26;
    private const float PanelPadding = 24;
    private const float PanelBar = 6;

    private readonly CardColors _colors = options.IsDark ? CardColors.Dark : CardColors.Light;
    private readonly List<TextSetter> _texts = [];

    /// <summary>Whether no font has all letters of our own words.</summary>
    public bool LacksOwnWords { get; private set; }

    /// <summary>The characters that no font has.</summary>
    public string Missing =>
        string.Concat(_texts.SelectMany(static text => text.Missing).Distinct().Order().Take(100));

    /// <summary>Draws the card as a PNG file.</summary>
    public byte[] Draw()
    {
        using var bitmap = new SKBitmap(ChangeCard.Width, ChangeCard.Height, SKColorType.Rgb888x, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(_colors.Paper);
            using var painter = new TextPainter(canvas, _colors);
            DrawHead(canvas, painter);
            DrawBody(canvas, painter);
            DrawFoot(canvas, painter);
        }

        using var bytes = new MemoryStream();
        using var pixels = bitmap.PeekPixels();
        pixels.Encode(bytes, new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 6));
        return bytes.ToArray();
    }

    private void DrawHead(SKCanvas canvas, TextPainter painter)
    {
        DrawIcon(canvas, Place(Margin, 52), 46, 52);
        SetText date = OwnLine(content.Date, 26, Inner / 2);
        float dateWidth = WidthOf(date);
        painter.Draw(date, Place(ChangeCard.Width - Margin - dateWidth, dateWidth), dateWidth, 54, _colors.Quiet);
        float room = Inner - 72 - dateWidth - Gap;
        SetText source = Line(content.Source, isBold: true, 32, room);
        float width = content.IsMirrored ? WidthOf(source) : room;
        painter.Draw(source, Place(Margin + 72, width), width, 50, _colors.Ink);
    }

    /// <summary>Draws the icon of the pages: lines of text, one of them changed.</summary>
    private static void DrawIcon(SKCanvas canvas, float x, float y, float size)
    {
        using var paint = new SKPaint { IsAntialias = true };
        float unit = size / 32;
        void Bar(float left, float top, float width, uint color)
        {
            paint.Color = new SKColor(color);
            canvas.DrawRoundRect(
                x + (left * unit), y + (top * unit), width * unit, 4 * unit, unit, unit, paint);
        }

        paint.Color = new SKColor(0xFF211F1B);
        canvas.DrawRoundRect(x, y, size, size, 7 * unit, 7 * unit, paint);
        Bar(6, 8, 20, 0xFFF4F1EA);
        Bar(6, 15, 9, 0xFFE5675C);
        Bar(17, 15, 9, 0xFF4FBF73);
        Bar(6, 22, 14, 0xFFF4F1EA);
    }

    private void DrawBody(SKCanvas canvas, TextPainter painter)
    {
        TextSetter before = Text(content.Before, isBold: false);
        TextSetter headline = Text(content.Headline, isBold: true);
        TextSetter passage = Text(content.Passage, isBold: false);
        float height = BodyBottom - BodyTop;
        float share = passage.IsEmpty ? height : height * (before.IsEmpty ? 0.5f : 0.64f);
        SetText? old = before.IsEmpty
            ? null
            : SetText.Fit(before, Inner, share * 0.42f, 3, passage.IsEmpty ? [46, 40, 36, 32] : [38, 34, 30]);
        float left = share - (old is null ? 0 : old.Height + (Gap / 2));
        SetText? @new = headline.IsEmpty
            ? null
            : SetText.Fit(
                headline, Inner, left, 4, passage.IsEmpty ? [72, 64, 56, 50, 44, 40, 36] : [56, 50, 44, 40, 36, 32]);
        float used = (old is null ? 0 : old.Height + (Gap / 2)) + (@new?.Height ?? 0);
        float panelWidth = Inner - (2 * PanelPadding) - PanelBar;
        float room = height - used - (used > 0 ? Gap : 0) - (2 * PanelPadding);
        SetText? telling = passage.IsEmpty
            ? null
            : SetText.Fit(passage, panelWidth, room, 7, used > 0 ? [34, 31, 28, 26] : [44, 40, 36, 32, 28]);
        float all = used + (telling is null ? 0 : telling.Height + (2 * PanelPadding) + (used > 0 ? Gap : 0));
        float y = BodyTop + ((height - all) / 2);
        if (old is not null)
        {
            painter.Draw(old, Margin, Inner, y, _colors.Quiet);
            y += old.Height + (Gap / 2);
        }

        if (@new is not null)
        {
            painter.Draw(@new, Margin, Inner, y, _colors.Ink);
            y += @new.Height;
        }

        if (telling is not null)
        {
            DrawPanel(canvas, painter, telling, y + (used > 0 ? Gap : 0));
        }
    }

    private void DrawPanel(SKCanvas canvas, TextPainter painter, SetText text, float y)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = _colors.Panel };
        float height = text.Height + (2 * PanelPadding);
        var panel = new SKRect(Margin, y, Margin + Inner, y + height);
        canvas.DrawRoundRect(panel, 10, 10, paint);
        paint.Color = _colors.Line;
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 2;
        canvas.DrawRoundRect(panel, 10, 10, paint);
        bool isRightToLeft = content.IsRightToLeft;
        paint.Style = SKPaintStyle.Fill;
        paint.Color = _colors.Quiet;
        float bar = isRightToLeft ? panel.Right - PanelBar - 10 : panel.Left + 10;
        canvas.DrawRoundRect(bar, y + 16, PanelBar, height - 32, 3, 3, paint);
        float left = Margin + PanelPadding + (isRightToLeft ? 0 : PanelBar);
        painter.Draw(text, left, Inner - (2 * PanelPadding) - PanelBar, y + PanelPadding, _colors.Ink);
    }

    private void DrawFoot(SKCanvas canvas, TextPainter painter)
    {
        using var paint = new SKPaint { Color = _colors.Line };
        canvas.DrawRect(Margin, 552, Inner, 2, paint);
        SetText name = Line(options.SiteName, isBold: true, 26, Inner / 3);
        float nameWidth = WidthOf(name);
        painter.Draw(
            name, Place(ChangeCard.Width - Margin - nameWidth, nameWidth), nameWidth, 568, _colors.Quiet);
        float room = Inner - nameWidth - Gap;
        painter.Draw(OwnLine(content.Summary, 26, room), Place(Margin, room), room, 568, _colors.Quiet);
    }

    /// <summary>The left edge of something; in languages from right to left, the card is a mirror.</summary>
    private float Place(float left, float width) => content.IsMirrored ? ChangeCard.Width - left - width : left;

    private static float WidthOf(SetText line) =>
        line.Lines.Count == 0 ? 0 : line.Lines[0].Sum(static piece => piece.Width) * line.Size;

    /// <summary>A line of our own words.</summary>
    private SetText OwnLine(string text, float size, float width)
    {
        SetText line = Line(text, isBold: false, size, width, content.IsMirrored);
        LacksOwnWords |= _texts[^1].Missing.Count > 0;
        return line;
    }

    /// <summary>A line with a name, or with words.</summary>
    private SetText Line(string text, bool isBold, float size, float width, bool isRightToLeft = false)
    {
        var setter = new TextSetter(MarkedText.Of(text, 200), fonts, isBold, isRightToLeft, language: null);
        _texts.Add(setter);
        return SetText.Fit(setter, width, size * 2, 1, size);
    }

    private TextSetter Text(MarkedText text, bool isBold)
    {
        var setter = new TextSetter(text, fonts, isBold, content.IsRightToLeft, content.Language);
        _texts.Add(setter);
        return setter;
    }
}

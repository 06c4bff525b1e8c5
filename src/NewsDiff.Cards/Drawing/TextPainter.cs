using NewsDiff.Cards.Lettering;
using SkiaSharp;

namespace NewsDiff.Cards.Drawing;

/// <summary>Draws texts with their marks.</summary>
/// <remarks>Removed words have a line through them, added ones a line below: colour is never the only mark.</remarks>
internal sealed class TextPainter(SKCanvas canvas, CardColors colors) : IDisposable
{
    private readonly SKPaint _paint = new() { IsAntialias = true };

    /// <summary>Draws a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="left">The left end of its lines.</param>
    /// <param name="width">The width of its lines.</param>
    /// <param name="top">The top of its first line.</param>
    /// <param name="ink">The colour of what was kept.</param>
    public void Draw(SetText text, float left, float width, float top, SKColor ink)
    {
        float baseline = top + (text.Size * 1.02f);
        foreach (List<Piece> line in text.Lines)
        {
            float used = line.Sum(static piece => piece.Width) * text.Size;
            float x = text.Text.IsRightToLeft ? left + width - used : left;
            byte[] levels = [.. line.Select(static piece => piece.Level)];
            Piece[] seen = [.. BidiLevels.Order(levels).Select(place => line[place])];
            DrawGrounds(seen, x, baseline, text.Size);
            foreach (Piece piece in seen)
            {
                DrawPiece(piece, x, baseline, text, ink);
                x += piece.Width * text.Size;
            }

            baseline += text.LineHeight;
        }
    }

    public void Dispose() => _paint.Dispose();

    /// <summary>Draws what is behind changed words, and the lines that mark them, across neighbouring pieces.</summary>
    private void DrawGrounds(Piece[] pieces, float x, float baseline, float size)
    {
        for (int i = 0; i < pieces.Length; i++)
        {
            float width = pieces[i].Width;
            Mark mark = pieces[i].Mark;
            while (i + 1 < pieces.Length && pieces[i + 1].Mark == mark)
            {
                width += pieces[++i].Width;
            }

            width *= size;
            if (mark != Mark.Kept)
            {
                bool isAdded = mark == Mark.Added;
                _paint.Color = isAdded ? colors.AddedGround : colors.RemovedGround;
                canvas.DrawRoundRect(
                    x - 3, baseline - (size * 0.98f), width + 6, size * 1.28f, size * 0.1f, size * 0.1f, _paint);
                _paint.Color = isAdded ? colors.Added : colors.Removed;
                float thickness = Math.Max(2, size * 0.06f);
                float y = isAdded ? baseline + (size * 0.16f) : baseline - (size * 0.31f);
                canvas.DrawRect(x, MathF.Round(y), width, thickness, _paint);
            }

            x += width;
        }
    }

    private void DrawPiece(Piece piece, float x, float baseline, SetText text, SKColor ink)
    {
        if (piece.Glyphs.Length == 0)
        {
            return;
        }

        using var font = new SKFont(piece.Face.Typeface, text.Size)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = SKFontHinting.None,
            Subpixel = true,
            Embolden = text.Text.IsBold && !piece.Face.IsBold,
        };
        using var builder = new SKTextBlobBuilder();
        SKPoint[] points = [.. piece.Places.Select(place => new SKPoint(place.X * text.Size, place.Y * text.Size))];
        builder.AddPositionedRun(piece.Glyphs, font, points);
        using SKTextBlob? blob = builder.Build();
        _paint.Color = piece.Mark switch
        {
            Mark.Added => colors.Added,
            Mark.Removed => colors.Removed,
            _ => ink,
        };
        if (blob is not null)
        {
            canvas.DrawText(blob, x, baseline, _paint);
        }
    }
}

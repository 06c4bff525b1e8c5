using System.Diagnostics.CodeAnalysis;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace NewsDiff.Cards.Fonts;

/// <summary>A font that can be asked for glyphs, shaped and drawn.</summary>
/// <remarks>It is only read after it was made, so that threads share it.</remarks>
[SuppressMessage("Reliability", "CA2000", Justification = "The face owns its bytes and its typeface.")]
internal sealed class FontFace : IDisposable
{
    // The shaper reads these bytes where they are, outside of the managed heap, as long as it is used.
    private readonly SKData _bytes;
    private readonly Blob _blob;
    private readonly Face _face;

    private FontFace(SKTypeface typeface, SKStreamAsset stream, int index)
    {
        (Typeface, _bytes) = (typeface, SKData.Create(stream));
        _blob = new Blob(_bytes.Data, (int)_bytes.Size, MemoryMode.ReadOnly);
        _face = new Face(_blob, index);
        UnitsPerEm = Math.Max(1, _face.UnitsPerEm);
        Shaper = new Font(_face);
        Shaper.SetScale(UnitsPerEm, UnitsPerEm);
        Shaper.SetFunctionsOpenType();
    }

    public SKTypeface Typeface { get; }

    public Font Shaper { get; }

    public int UnitsPerEm { get; }

    public bool IsBold => Typeface.FontWeight >= (int)SKFontStyleWeight.SemiBold;

    /// <summary>Opens a font; null when it cannot be used.</summary>
    public static FontFace? Of(SKTypeface? typeface)
    {
        if (typeface is null)
        {
            return null;
        }

        using SKStreamAsset? stream = typeface.OpenStream(out int index);
        if (stream is null || stream.Length == 0)
        {
            typeface.Dispose();
            return null;
        }

        return new FontFace(typeface, stream, index);
    }

    /// <summary>Opens one of the package's own fonts.</summary>
    public static FontFace OfPackage(string name)
    {
        using Stream resource = typeof(FontFace).Assembly.GetManifestResourceStream($"Fonts.{name}.ttf")!;
        using SKData data = SKData.Create(resource);
        return Of(SKTypeface.FromData(data))!;
    }

    public bool Has(Rune rune) => Shaper.TryGetGlyph(rune.Value, out _);

    public void Dispose()
    {
        Shaper.Dispose();
        _face.Dispose();
        _blob.Dispose();
        _bytes.Dispose();
        Typeface.Dispose();
    }
}

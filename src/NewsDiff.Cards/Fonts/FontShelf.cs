using System.Collections.Concurrent;
using System.Text;
using SkiaSharp;

namespace NewsDiff.Cards.Fonts;

/// <summary>Finds a font for each character: the host's, the package's, then an installed one.</summary>
internal sealed class FontShelf : IDisposable
{
    /// <summary>How many answers are remembered; texts of one language need a few hundred.</summary>
    private const int MostRemembered = 20_000;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<(Rune Rune, bool IsBold), FontFace?> _found = [];
    private readonly List<FontFace> _own = [];
    private readonly List<FontFace> _installed = [];
    private readonly InstalledFonts? _folders;

    public FontShelf(IEnumerable<string> files, bool usesInstalled)
    {
        foreach (string file in files)
        {
            _own.Add(FontFace.Of(SKTypeface.FromFile(file))
                ?? throw new ArgumentException($"The file '{file}' is missing or no font.", nameof(files)));
        }

        _folders = usesInstalled ? new InstalledFonts() : null;
    }

    /// <summary>The font for whatever has none.</summary>
    public static FontFace Fallback(bool isBold) => PackageFonts.All.First(face => face.IsBold == isBold);

    /// <summary>The font for a character; null when none has it.</summary>
    public FontFace? Find(Rune rune, bool isBold)
    {
        if (_found.TryGetValue((rune, isBold), out FontFace? found))
        {
            return found;
        }

        if (_found.Count >= MostRemembered)
        {
            _found.Clear();
        }

        return _found.GetOrAdd((rune, isBold), Search(rune, isBold));
    }

    public void Dispose()
    {
        foreach (FontFace face in _own.Concat(_installed))
        {
            face.Dispose();
        }

        _folders?.Dispose();
    }

    private FontFace? Search(Rune rune, bool isBold) =>
        Choose(_own, rune, isBold) ?? Choose(PackageFonts.All, rune, isBold) ?? SearchInstalled(rune, isBold);

    private static FontFace? Choose(IReadOnlyList<FontFace> faces, Rune rune, bool isBold)
    {
        FontFace? other = null;
        foreach (FontFace face in faces)
        {
            if (face.Has(rune))
            {
                if (face.IsBold == isBold)
                {
                    return face;
                }

                other ??= face;
            }
        }

        return other;
    }

    private FontFace? SearchInstalled(Rune rune, bool isBold)
    {
        if (_folders is null)
        {
            return null;
        }

        lock (_gate)
        {
            if (_installed.FirstOrDefault(face => face.IsBold == isBold && face.Has(rune)) is { } known)
            {
                return known;
            }

            SKFontStyle style = isBold ? SKFontStyle.Bold : SKFontStyle.Normal;
            FontFace? matched = FontFace.Of(
                SKFontManager.Default.MatchCharacter(null, style, null, rune.Value));
            if (matched?.Has(rune) == true)
            {
                _installed.Add(matched);
                return matched;
            }

            matched?.Dispose();
            return Choose(_folders.All, rune, isBold);
        }
    }
}

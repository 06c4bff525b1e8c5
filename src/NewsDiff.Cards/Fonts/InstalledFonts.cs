using SkiaSharp;

namespace NewsDiff.Cards.Fonts;

/// <summary>The fonts in the folders of a Linux system, which Skia without fontconfig does not look into.</summary>
internal sealed class InstalledFonts : IDisposable
{
    /// <summary>The maximum number of fonts that are opened; a desktop has a few hundred files.</summary>
    private const int Most = 400;

    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc"];

    /// <summary>What names of fonts for other uses hold; they come last.</summary>
    private static readonly string[] Unwanted =
        ["Italic", "Oblique", "Mono", "Condensed", "Light", "Thin", "Black", "Serif", "Math", "Emoji"];

    private readonly Lazy<FontFace[]> _all = new(static () => [.. Files().Select(Open).OfType<FontFace>()]);

    /// <summary>All of them, those for plain text first.</summary>
    public IReadOnlyList<FontFace> All => _all.Value;

    public void Dispose()
    {
        foreach (FontFace face in _all.IsValueCreated ? _all.Value : [])
        {
            face.Dispose();
        }
    }

    private static FontFace? Open(string file) => FontFace.Of(SKTypeface.FromFile(file));

    private static IEnumerable<string> Files()
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] folders =
        [
            "/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".fonts"),
            Path.Combine(home, ".local/share/fonts"),
        ];
        var everything = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return folders
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", everything))
            .Where(static file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .OrderBy(static file => Array.Exists(
                Unwanted, word => Path.GetFileName(file).Contains(word, StringComparison.Ordinal)))
            .ThenBy(static file => !Path.GetFileName(file).StartsWith("NotoSans", StringComparison.Ordinal))
            .ThenBy(static file => file, StringComparer.Ordinal)
            .Take(Most);
    }
}

namespace NewsDiff.Cards.Fonts;

/// <summary>The fonts inside of the package: Latin, Greek, Cyrillic, Arabic and Hebrew.</summary>
internal static class PackageFonts
{
    private static readonly Lazy<FontFace[]> Opened = new(static () =>
        [
            .. new[]
            {
                "NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold",
                "NotoSansHebrew-Regular", "NotoSansHebrew-Bold",
            }.Select(FontFace.OfPackage),
        ]);

    /// <summary>All of them; they last as long as the process.</summary>
    public static IReadOnlyList<FontFace> All => Opened.Value;
}

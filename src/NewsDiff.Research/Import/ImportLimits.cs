namespace NewsDiff.Research.Import;

/// <summary>What one version of a source may cost.</summary>
internal static class ImportLimits
{
    /// <summary>The largest line, text of a row or page, in bytes.</summary>
    internal const int RowBytes = 16 * 1024 * 1024;

    /// <summary>The earliest plausible year: the web is no older.</summary>
    internal const int FirstYear = 1990;

    /// <summary>What a text too large is called.</summary>
    internal static readonly string TooLarge = FormattableString.Invariant(
        $"It has more than {RowBytes / (1024 * 1024)} MiB, and is left out.");
}

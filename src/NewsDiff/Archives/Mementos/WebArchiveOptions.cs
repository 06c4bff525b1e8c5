namespace NewsDiff.Archives.Mementos;

/// <summary>Where a web archive is, and how it lists its captures.</summary>
public sealed record WebArchiveOptions
{
    internal static readonly Uri Wayback = new("https://web.archive.org/web/");

    /// <summary>The archive's addresses up to the time. The default is <c>https://web.archive.org/web/</c>.</summary>
    public Uri Captures { get; init; } = Wayback;

    /// <summary>The CDX server that lists captures; null to ask for time maps. The default is that of web.archive.org.</summary>
    public Uri? CdxServer { get; init; } = new("https://web.archive.org/cdx/search/cdx");

    /// <summary>What stands before an address to ask for its time map; null for <c>timemap/link/</c> below the captures.</summary>
    public Uri? TimeMaps { get; init; }
}

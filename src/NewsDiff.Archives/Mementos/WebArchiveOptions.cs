namespace NewsDiff.Archives.Mementos;

/// <summary>Where a web archive is, and how it lists its captures.</summary>
public sealed record WebArchiveOptions
{
    internal static readonly Uri Wayback = new("https://web.archive.org/web/");

    /// <summary>The archive's addresses up to the time. The default is <c>https://web.archive.org/web/</c>.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public Uri Captures { get; init => field = AbsoluteUrl.Check(value); } = Wayback;

    /// <summary>
    /// The CDX server that lists captures; null to ask for time maps. The default is that of web.archive.org.
    /// </summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? CdxServer
    {
        get;
        init => field = AbsoluteUrl.CheckIfAny(value);
    } = new("https://web.archive.org/cdx/search/cdx");

    /// <summary>
    /// What stands before an address to ask for its time map; null for <c>timemap/link/</c> below the captures.
    /// </summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? TimeMaps { get; init => field = AbsoluteUrl.CheckIfAny(value); }
}

namespace NewsDiff.Archives.Mementos;

/// <summary>The addresses of a web archive, and how it lists its captures.</summary>
public sealed record WebArchiveOptions
{
    internal static readonly Uri Wayback = new("https://web.archive.org/web/");

    /// <summary>The archive's addresses up to the time. The default is <c>https://web.archive.org/web/</c>.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public Uri Captures { get; init => field = AbsoluteUrl.Check(value); } = Wayback;

    /// <summary>The CDX server that lists captures; null to use time maps.</summary>
    /// <remarks>The default is the server of web.archive.org.</remarks>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? CdxServer
    {
        get;
        init => field = AbsoluteUrl.CheckIfAny(value);
    } = new("https://web.archive.org/cdx/search/cdx");

    /// <summary>The beginning of a time map's address; the page's address follows it.</summary>
    /// <remarks>When null, it is <c>timemap/link/</c> below the captures.</remarks>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? TimeMaps { get; init => field = AbsoluteUrl.CheckIfAny(value); }
}

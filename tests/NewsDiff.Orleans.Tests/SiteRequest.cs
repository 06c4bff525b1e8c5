namespace NewsDiff.Orleans.Tests;

/// <summary>A request as a site saw it.</summary>
/// <param name="Url">The address.</param>
/// <param name="Silo">The number of the silo that asked.</param>
/// <param name="Begin">When it came, by the clock of this process.</param>
/// <param name="End">When it was answered or given up.</param>
internal readonly record struct SiteRequest(Uri Url, int Silo, TimeSpan Begin, TimeSpan End)
{
    public bool IsPage => Url.AbsolutePath != "/robots.txt";
}

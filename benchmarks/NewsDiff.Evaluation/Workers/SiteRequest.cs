namespace NewsDiff.Evaluation.Workers;

/// <summary>A request that a site answered, by the clock of the server.</summary>
/// <param name="Site">The number of the site.</param>
/// <param name="Path">The path.</param>
/// <param name="Worker">The worker that asked.</param>
/// <param name="Begin">When it came.</param>
/// <param name="End">When it was answered or given up.</param>
internal readonly record struct SiteRequest(int Site, string Path, int Worker, TimeSpan Begin, TimeSpan End)
{
    public bool IsPage => Path != "/robots.txt";
}

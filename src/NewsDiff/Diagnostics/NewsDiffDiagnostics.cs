namespace NewsDiff.Diagnostics;

/// <summary>The names under which NewsDiff reports what it does.</summary>
/// <remarks>
/// Instruments: <c>newsdiff.fetch.results</c> (requests, by <c>newsdiff.fetch.status</c> and <c>newsdiff.target</c>),
/// <c>newsdiff.versions.appended</c> (versions) and <c>newsdiff.check.duration</c> (seconds, by <c>newsdiff.target</c>). Each check is
/// an activity named <c>newsdiff.check</c>. Hosts are given as <c>server.address</c>, full addresses never.
/// </remarks>
public static class NewsDiffDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "NewsDiff";

    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "NewsDiff";
}

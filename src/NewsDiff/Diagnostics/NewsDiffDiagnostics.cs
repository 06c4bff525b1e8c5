namespace NewsDiff.Diagnostics;

/// <summary>The names of NewsDiff's metrics and activities.</summary>
/// <remarks>
/// <para> A tracker's instruments: <c>newsdiff.fetch.results</c> (requests, by <c>newsdiff.fetch.status</c> and
/// <c>newsdiff.target</c>), <c>newsdiff.versions.appended</c> (versions) and <c>newsdiff.check.duration</c> (seconds,
/// by <c>newsdiff.target</c>). Each check is an activity named <c>newsdiff.check</c>.
/// </para>
/// <para>
/// The fetchers' instruments: <c>newsdiff.fetch.active</c> (requests), <c>newsdiff.fetch.duration</c> (seconds, by
/// <c>newsdiff.fetch.status</c>), <c>newsdiff.fetch.wait.duration</c> (seconds, for a turn at the site) and
/// <c>http.client.response.body.size</c> (bytes as received). Each fetch is an activity named <c>newsdiff.fetch</c>.
/// </para> <para> Attributes have the names of OpenTelemetry, where it has one: <c>server.address</c>,
/// <c>http.response.status_code</c>, <c>error.type</c>. The platform's own <c>System.Net.Http</c> measures single HTTP
/// requests, for example as <c>http.client.request.duration</c>. Tags contain hosts, but never full addresses. </para>
/// </remarks>
public static class NewsDiffDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "NewsDiff";

    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "NewsDiff";
}

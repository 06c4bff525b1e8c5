namespace NewsDiff.Diagnostics;

/// <summary>The names of NewsDiff's metrics and activities.</summary>
/// <remarks>
/// <para> Instruments of the meter are listed in docs/observability.md. Histograms advise bounds up to an hour. </para>
/// <para>
/// Each pass is an activity named <c>newsdiff.pass</c>; its checks are <c>newsdiff.check</c>, and each fetch of a check
/// is <c>newsdiff.fetch</c>, to which the platform's activities of single HTTP requests belong. Sites never see them:
/// no trace header is sent. </para> <para> Attributes have OpenTelemetry's names, where these exist:
/// <c>server.address</c>, <c>http.response.status_code</c>, <c>error.type</c>. Hosts are named on activities, not on
/// metrics, and full addresses nowhere.
/// </para>
/// </remarks>
public static class NewsDiffDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "NewsDiff";

    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "NewsDiff";
}

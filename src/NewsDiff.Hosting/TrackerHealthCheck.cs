using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsDiff.Hosting;

/// <summary>A liveness check: reports whether the background tracker is alive.</summary>
/// <remarks>
/// It is unhealthy when no check and no pass succeeded for <see cref="NewsDiffHostOptions.UnhealthyAfter"/> intervals.
/// It is degraded when checks threw for that long, in the store or in the host's code, and no version was stored since.
/// Failing sites do not count. Register it with
/// <c>services.AddHealthChecks().AddCheck&lt;TrackerHealthCheck&gt;("newsdiff")</c>. The check of a tracker with a name
/// is a keyed service under that name.
/// </remarks>
public sealed class TrackerHealthCheck : IHealthCheck
{
    private readonly TrackerPulse _pulse;
    private readonly NewsDiffHostOptions _options;

    internal TrackerHealthCheck(TrackerPulse pulse, NewsDiffHostOptions options)
    {
        _pulse = pulse;
        _options = options;
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default)
    {
        TimeSpan longest = _options.Interval * _options.UnhealthyAfter;
        (TimeSpan silence, Exception? failure) = _pulse.Read();
        (TimeSpan throwing, Exception? thrown) = _pulse.ReadThrowing();
        return Task.FromResult(
            silence > longest
            ? new HealthCheckResult(context.Registration.FailureStatus, $"No sign of life for {silence:c}.", failure)
            : throwing > longest
            ? HealthCheckResult.Degraded($"For {throwing:c}, checks have thrown and nothing was stored.", thrown)
            : HealthCheckResult.Healthy($"Last sign of life {silence:c} ago."));
    }
}

using System.Globalization;
using System.Net.Http.Headers;

namespace NewsDiff.Fetching.Http;

/// <summary>Reads how long an answer stays current (RFC 9111, 4.2).</summary>
internal static class Freshness
{
    /// <summary>
    /// Reads <c>Cache-Control: max-age</c> minus <c>Age</c>, otherwise the time from <c>Date</c> to <c>Expires</c>.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="now">The present time, for an answer without a date.</param>
    /// <param name="longest">The longest time that is obeyed.</param>
    /// <returns>The time; null when the answer states none, or when it has passed.</returns>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now, TimeSpan longest)
    {
        TimeSpan? stated = CacheControlHeaderValue.TryParse(
            RawHeader.Of(answer, "Cache-Control"), out CacheControlHeaderValue? control)
            ? Of(control, answer, now)
            : UntilExpiry(answer, now);
        return stated is { } time && (time < longest ? time : longest) is { Ticks: > 0 } heeded ? heeded : null;
    }

    private static TimeSpan? Of(CacheControlHeaderValue control, HttpResponseMessage answer, DateTimeOffset now)
    {
        if (control.NoCache || control.NoStore)
        {
            return null;
        }

        return control.MaxAge is { } age ? age - AgeOf(answer) : UntilExpiry(answer, now);
    }

    private static TimeSpan AgeOf(HttpResponseMessage answer) =>
        int.TryParse(RawHeader.Of(answer, "Age"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;

    private static TimeSpan? UntilExpiry(HttpResponseMessage answer, DateTimeOffset now) =>
        HttpDate.Read(RawHeader.Of(answer, "Expires")) is { } expiry
            ? expiry - (HttpDate.Read(RawHeader.Of(answer, "Date")) ?? now)
            : null;
}

using System.Globalization;

namespace NewsDiff.Fetching.Http;

/// <summary>Reads the <c>Retry-After</c> header (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    private const int MostDigits = 9;

    /// <summary>Reads a number of seconds or a date.</summary>
    /// <param name="value">The header, or null.</param>
    /// <param name="now">The present time, to measure a date from.</param>
    /// <param name="longest">The longest wait that is obeyed.</param>
    /// <returns>The wait; null when the header is unusable.</returns>
    public static TimeSpan? Read(string? value, DateTimeOffset now, TimeSpan longest)
    {
        value = value?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        TimeSpan? wait = value.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? HttpDate.Read(value) - now
            : value.Length > MostDigits
            ? longest
            : TimeSpan.FromSeconds(long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture));
        return wait is { Ticks: > 0 } ? (wait < longest ? wait : longest) : null;
    }
}

using System.Globalization;

namespace NewsDiff.Fetching;

/// <summary>Reads the <c>Retry-After</c> header (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The longest wait that is believed; more is a mistake.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Reads a number of seconds or a date.</summary>
    /// <param name="value">The header, or null.</param>
    /// <param name="now">The present time, to measure a date from.</param>
    /// <returns>The wait, at most 7 days; null when it says nothing usable.</returns>
    public static TimeSpan? Read(string? value, DateTimeOffset now)
    {
        value = value?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        TimeSpan wait;
        if (value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            if (!DateTimeOffset.TryParseExact(
                    value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
            {
                return null;
            }

            wait = date - now;
        }
        else
        {
            wait = value.Length > 7
                ? Longest
                : TimeSpan.FromSeconds(long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        return wait <= TimeSpan.Zero ? null : wait < Longest ? wait : Longest;
    }
}

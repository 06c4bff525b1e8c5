using System.Globalization;

namespace NewsDiff.Research.Import;

/// <summary>A commit of a history.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Time">When it was committed.</param>
internal sealed record GitCommit(string Name, DateTimeOffset Time)
{
    // The year 9999, in seconds since 1970.
    private const long LastSecond = 253_402_300_799;

    /// <summary>Reads a name and the seconds since 1970.</summary>
    internal static GitCommit Parse(string head)
    {
        string[] parts = head.Split(' ', 2);
        long seconds = parts.Length == 2
            && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? Math.Clamp(number, 0, LastSecond)
            : 0;
        return new GitCommit(parts[0], DateTimeOffset.FromUnixTimeSeconds(seconds));
    }
}

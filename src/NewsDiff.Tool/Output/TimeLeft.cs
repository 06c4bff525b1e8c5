using System.Globalization;

namespace NewsDiff.Tool.Output;

/// <summary>Says how much work is done, and how long the rest will take.</summary>
internal static class TimeLeft
{
    /// <summary>The beginning of a progress line; empty when the share is unknown.</summary>
    internal static string Describe(double? share, TimeSpan elapsed) => share is > 0 and < 1
        ? Text($"{(int)(share.Value * 100)} %, about {Of(elapsed * ((1 - share.Value) / share.Value))} left: ")
        : "";

    /// <summary>The time in seconds, minutes or hours, such as "12 min".</summary>
    internal static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        < 90 => Text($"{Math.Ceiling(time.TotalSeconds):0} s"),
        < 90 * 60 => Text($"{Math.Ceiling(time.TotalMinutes):0} min"),
        _ => Text($"{Math.Ceiling(time.TotalHours):#,0} h"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

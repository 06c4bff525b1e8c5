using System.Globalization;

namespace NewsDiff.Tool.Output;

/// <summary>Says how much work is done, and how long the rest will take.</summary>
internal static class TimeLeft
{
    /// <summary>The beginning of a progress line; empty when the share is unknown.</summary>
    internal static string Describe(double? share, TimeSpan elapsed) => share is > 0 and < 1
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)(share.Value * 100)} %, about {elapsed * ((1 - share.Value) / share.Value):d\\.hh\\:mm\\:ss} left: ")
        : "";
}

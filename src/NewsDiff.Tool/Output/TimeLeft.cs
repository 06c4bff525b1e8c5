using System.Globalization;

namespace NewsDiff.Tool.Output;

/// <summary>Says how far work is, and how long the rest takes at the same rate.</summary>
internal static class TimeLeft
{
    /// <summary>The beginning of a line of progress; empty when the share is unknown.</summary>
    internal static string Describe(double? share, TimeSpan elapsed) => share is > 0 and < 1
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)(share.Value * 100)} %, about {elapsed * ((1 - share.Value) / share.Value):d\\.hh\\:mm\\:ss} left: ")
        : "";
}

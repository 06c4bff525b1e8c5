using System.Globalization;

namespace NewsDiff.Tool.Output;

/// <summary>Writes a number of bytes for people.</summary>
internal static class ByteSize
{
    internal static string Of(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:#,0.0} MB");
}

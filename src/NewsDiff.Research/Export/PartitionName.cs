using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Research.Export;

/// <summary>Names the folders of partitions as Hive does, so that every reader of Parquet understands them.</summary>
/// <remarks>
/// Values are percent-encoded, except small letters, digits, <c>-</c>, <c>_</c> and inner dots. Thus a name is one on
/// every file system, also where capitals or Unicode forms make no difference.
/// </remarks>
internal static class PartitionName
{
    /// <summary>The value of what is unknown.</summary>
    internal const string Unknown = "__HIVE_DEFAULT_PARTITION__";

    private const string SourceKey = "source=";
    private const string MonthKey = "month=";

    // A name of a folder may have 255 bytes; the rest is left for tools that append to it.
    private const int MaxLength = 160;
    private const int HashBytes = 8;

    /// <summary>The folder of a source and a month, such as <c>source=news.example/month=2026-05</c>.</summary>
    internal static string Of(string source, DateTimeOffset seenAt) =>
        $"{SourceKey}{Encode(source)}/{MonthKey}{seenAt.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    /// <summary>The folder of rows without source and month.</summary>
    internal static string OfNothing => $"{SourceKey}{Unknown}/{MonthKey}{Unknown}";

    /// <summary>Reads the source back from the name of its folder.</summary>
    /// <returns>The source; null when it is unknown or was too long for a name.</returns>
    internal static string? SourceOf(string folder) =>
        folder.StartsWith(SourceKey, StringComparison.Ordinal)
        && folder[SourceKey.Length..] is not Unknown and var value
        && !value.Contains('~', StringComparison.Ordinal)
            ? Uri.UnescapeDataString(value)
            : null;

    private static string Encode(string source)
    {
        if (source.Length == 0)
        {
            return Unknown;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(source);
        var name = new StringBuilder();
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isEnd = i == 0 || i == bytes.Length - 1;
            int before = name.Length;
            _ = IsPlain(bytes[i], isEnd)
                ? name.Append((char)bytes[i])
                : name.Append(CultureInfo.InvariantCulture, $"%{bytes[i]:X2}");
            if (name.Length > MaxLength)
            {
                name.Length = before;
                return $"{name}~{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, HashBytes))}";
            }
        }

        return name.ToString();
    }

    private static bool IsPlain(byte unit, bool isEnd) =>
        unit is >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'_'
        || (unit == (byte)'.' && !isEnd);
}

using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace NewsDiff.Search;

/// <summary>Terms that describe a row of the index; no text contains them, because of their first character.</summary>
internal static class SearchMark
{
    /// <summary>Separates parts of a text that were not consecutive.</summary>
    public const string Gap = "\uE001";

    /// <summary>A whole paragraph or title.</summary>
    public const string Whole = First + "w";

    /// <summary>Text that the first version did not have.</summary>
    public const string Added = First + "a";

    /// <summary>Text that a later version did not have.</summary>
    public const string Removed = First + "r";

    /// <summary>A title, or words of one.</summary>
    public const string Title = First + "t";

    private const string First = "\uE000";

    /// <summary>The version that brought or removed the text.</summary>
    public static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"{First}v{number}");

    /// <summary>The host of the article's address.</summary>
    public static string Host(string host) => First + "h" + Hash(host);

    /// <summary>The source of the article.</summary>
    public static string Source(string source) => First + "s" + Hash(source);

    private static string Hash(string name) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan()))
        .ToString("x16", CultureInfo.InvariantCulture);
}

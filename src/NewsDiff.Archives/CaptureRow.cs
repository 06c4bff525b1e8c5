using System.Text;

namespace NewsDiff.Archives;

/// <summary>A capture's entry in little room: address and key as bytes, one behind the other.</summary>
/// <param name="CapturedAt">When it was asked.</param>
/// <param name="Text">The address, then the key.</param>
/// <param name="UrlLength">How many bytes the address takes.</param>
/// <param name="StatusCode">The HTTP status code.</param>
/// <param name="ContentType">The type of the content, or null.</param>
internal readonly record struct CaptureRow(
    DateTimeOffset CapturedAt, byte[] Text, int UrlLength, int StatusCode, string? ContentType)
{
    /// <summary>The address.</summary>
    public ReadOnlySpan<byte> Url => Text.AsSpan(0, UrlLength);

    /// <summary>Makes the row of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="contentType">Its type, as a string that is shared with others.</param>
    public static CaptureRow Of(CaptureEntry entry, string? contentType)
    {
        byte[] url = Encoding.UTF8.GetBytes(entry.Url.AbsoluteUri);
        return new CaptureRow(
            entry.CapturedAt, [.. url, .. Encoding.UTF8.GetBytes(entry.Key)], url.Length, entry.StatusCode,
            contentType);
    }

    /// <summary>Makes the entry again.</summary>
    public CaptureEntry ToEntry() => new()
    {
        Url = new Uri(Encoding.UTF8.GetString(Url)),
        CapturedAt = CapturedAt,
        StatusCode = StatusCode,
        ContentType = ContentType,
        Key = Encoding.UTF8.GetString(Text.AsSpan(UrlLength)),
    };
}

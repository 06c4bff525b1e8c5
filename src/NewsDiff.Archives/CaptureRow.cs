using System.Text;

namespace NewsDiff.Archives;

/// <summary>A capture's entry in a compact form: address and key as consecutive bytes.</summary>
/// <param name="CapturedAt">When it was asked.</param>
/// <param name="Text">The address, then the key.</param>
/// <param name="UrlLength">The length of the address in bytes.</param>
/// <param name="StatusCode">The HTTP status code.</param>
/// <param name="ContentType">The type of the content, or null.</param>
internal readonly record struct CaptureRow(
    DateTimeOffset CapturedAt, byte[] Text, int UrlLength, int StatusCode, string? ContentType)
{
    /// <summary>The address.</summary>
    public ReadOnlySpan<byte> Url => Text.AsSpan(0, UrlLength);

    /// <summary>Makes the row of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="contentType">Its type, as a shared string.</param>
    public static CaptureRow Of(CaptureEntry entry, string? contentType)
    {
        byte[] url = Encoding.UTF8.GetBytes(entry.Url.AbsoluteUri);
        return new CaptureRow(
            entry.CapturedAt, [.. url, .. Encoding.UTF8.GetBytes(entry.Key)], url.Length, entry.StatusCode,
            contentType);
    }

    /// <summary>Makes an entry of the row.</summary>
    public CaptureEntry ToEntry() => new()
    {
        Url = new Uri(Encoding.UTF8.GetString(Url)),
        CapturedAt = CapturedAt,
        StatusCode = StatusCode,
        ContentType = ContentType,
        Key = Encoding.UTF8.GetString(Text.AsSpan(UrlLength)),
    };
}

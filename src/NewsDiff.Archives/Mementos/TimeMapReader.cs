using System.Text;

namespace NewsDiff.Archives.Mementos;

/// <summary>Reads lists of captures in any form that archives use.</summary>
public static class TimeMapReader
{
    /// <summary>Reads a list of captures in any of its common formats.</summary>
    /// <remarks>
    /// These are links (RFC 7089), JSON of Memento aggregators, JSON rows or lines of CDX servers, and CDXJ.
    /// </remarks>
    /// <param name="content">The list, in UTF-8.</param>
    /// <param name="url">The address of the list, which relative addresses are resolved against.</param>
    /// <param name="archive">
    /// The archive's addresses up to the time, for CDX; null for <c>https://web.archive.org/web/</c>.
    /// </param>
    /// <returns>The captures; null when the content is not such a list.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="url"/> is null or relative, or <paramref name="archive"/> is relative.
    /// </exception>
    public static TimeMap? Read(ReadOnlySpan<byte> content, Uri url, Uri? archive = null)
    {
        AbsoluteUrl.ThrowIfNot(url);
        AbsoluteUrl.CheckIfAny(archive, nameof(archive));
        return Read(content, url, original: null, archive);
    }

    internal static TimeMap? Read(ReadOnlySpan<byte> content, Uri url, Uri? original, Uri? archive)
    {
        string text = Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
        var place = new CdxPlace((archive ?? WebArchiveOptions.Wayback).AbsoluteUri, original);
        return text.AsSpan().TrimStart() switch
        {
            [] => new TimeMap(),
            ['<', '!' or 'h' or 'H', ..] when !text.Contains("rel=", StringComparison.OrdinalIgnoreCase) => null,
            ['<', ..] when text.Contains("memento", StringComparison.OrdinalIgnoreCase) => LinkTimeMap.Read(text, url),
            ['<', ..] => null,
            ['{' or '[', ..] => JsonTimeMap.Read(text, url, place),
            _ => CdxLines.Read(text, place),
        };
    }
}

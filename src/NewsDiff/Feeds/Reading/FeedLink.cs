namespace NewsDiff.Feeds.Reading;

/// <summary>Resolves the links of feeds.</summary>
internal static class FeedLink
{
    /// <summary>Resolves a link.</summary>
    /// <param name="reference">The link as written, or nothing.</param>
    /// <param name="baseUrl">What it is relative to.</param>
    /// <returns>The absolute http or https address; null when it is none.</returns>
    public static Uri? Resolve(ReadOnlySpan<char> reference, Uri baseUrl)
    {
        string trimmed = reference.Trim().ToString();
        return trimmed.Length > 0 && Uri.TryCreate(baseUrl, trimmed, out Uri? url) && IsWeb(url) ? url : null;
    }

    /// <summary>The address that an id is, when it is one.</summary>
    /// <param name="id">The id, or null.</param>
    /// <returns>The http or https address, or null.</returns>
    public static Uri? FromId(string? id) =>
        id is not null && Uri.TryCreate(id, UriKind.Absolute, out Uri? url) && IsWeb(url) ? url : null;

    private static bool IsWeb(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;
}

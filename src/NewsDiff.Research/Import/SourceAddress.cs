using NewsDiff.Addresses;

namespace NewsDiff.Research.Import;

/// <summary>Reads the addresses of articles in sources.</summary>
internal static class SourceAddress
{
    internal const string Problem = "It has no address that begins with http:// or https://.";

    /// <summary>Reads a web address, without user name and password.</summary>
    /// <returns>The address; null when it is none.</returns>
    internal static Uri? Read(string? text) =>
        BoundedUrl.Read(text?.Trim()) is { } url && WebScheme.IsIn(url) && url.IdnHost.Length > 0
            ? UserInfo.Without(url)
            : null;
}

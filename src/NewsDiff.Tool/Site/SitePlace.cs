using System.Net;
using NewsDiff.AspNetCore;
using NewsDiff.Pages;

namespace NewsDiff.Tool.Site;

/// <summary>Where and how a site is served.</summary>
internal sealed record SitePlace
{
    /// <summary>The address to listen on. The default is 127.0.0.1.</summary>
    internal IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 for any free one.</summary>
    internal required int Port { get; init; }

    /// <summary>The address that readers use, ending in a slash; null for the request's own.</summary>
    internal Uri? PublicUrl { get; init; }

    /// <summary>The language of the pages' own words. The default is English.</summary>
    internal string Language { get; init; } = "en";

    /// <summary>How many bytes of finished pages to keep. The default is 64 MiB.</summary>
    internal int CacheBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The options of a site that reads these pages.</summary>
    internal NewsDiffSiteOptions OptionsFor(PageSource pages, bool isManaged) => new()
    {
        ManagePolicy = isManaged ? SiteManagement.Policy : null,
        Source = pages,
        PublicUrl = PublicUrl,
        MaxCacheBytes = CacheBytes,
        Language = Language,
    };
}

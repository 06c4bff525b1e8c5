using NewsDiff.Addresses;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction;

/// <summary>Finds the page to which each line of a page leads.</summary>
internal static class LinkTargets
{
    /// <summary>Finds the targets.</summary>
    /// <returns>For each block, the address of another page of the site in its first link; otherwise null.</returns>
    public static string?[] Of(Page page)
    {
        var targets = new string?[page.Blocks.Length];
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        string site = SiteName.Of(page.Url);
        string self = PathOf(page.Url);
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Kind != ElementKind.Link || page.Elements[i].Address is not { Length: > 0 } address)
            {
                continue;
            }

            for (int block = nodes[i].FirstBlock; block < targets.Length; block++)
            {
                if (page.Blocks[block].Start >= nodes[i].TextEnd)
                {
                    break;
                }

                if (targets[block] is null && page.Blocks[block].IsMostlyLinks
                    && page.Blocks[block].End > nodes[i].TextStart)
                {
                    if (!known.TryGetValue(address, out string? target))
                    {
                        known[address] = target = Resolve(page, address, site, self);
                    }

                    targets[block] = target;
                }
            }
        }

        return targets;
    }

    private static string? Resolve(Page page, string address, string site, string self)
    {
        if (page.Resolve(address) is not { } url || SiteName.Of(url) != site)
        {
            return null;
        }

        string path = PathOf(url);
        return path == self ? null : path;
    }

    private static string PathOf(Uri url) => url.GetLeftPart(UriPartial.Query).TrimEnd('/');
}

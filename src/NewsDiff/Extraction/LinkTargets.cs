using System.Runtime.InteropServices;
using NewsDiff.Addresses;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction;

/// <summary>Finds the page to which a line of a page leads.</summary>
/// <remarks>An address is resolved only when it is asked for: a page has hundreds, and few matter.</remarks>
internal sealed class LinkTargets
{
    private readonly Page _page;
    private readonly string _site;
    private readonly string _self;
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>The links with an address, in order.</summary>
    private readonly List<int> _links = [];

    /// <summary>The place of each block's first link among them, plus one; 0 for none.</summary>
    private readonly int[] _first;

    public LinkTargets(Page page)
    {
        _page = page;
        _site = SiteName.Of(page.Url);
        _self = PathOf(page.Url);
        _first = new int[page.Blocks.Length];
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Kind != ElementKind.Link || page.Elements[i].Address is not { Length: > 0 })
            {
                continue;
            }

            _links.Add(i);
            for (int block = nodes[i].FirstBlock; block < _first.Length; block++)
            {
                if (page.Blocks[block].Start >= nodes[i].TextEnd)
                {
                    break;
                }

                bool isFirst = _first[block] == 0 && page.Blocks[block].End > nodes[i].TextStart;
                _first[block] = isFirst ? _links.Count : _first[block];
            }
        }
    }

    /// <summary>Whether a line has a link with an address.</summary>
    public bool HasLink(int block) => _first[block] > 0;

    /// <summary>The first address of another page of the site in a line; or null.</summary>
    public string? Of(int block)
    {
        TextBlock line = _page.Blocks[block];
        for (int i = _first[block] - 1; i >= 0 && i < _links.Count; i++)
        {
            PageNode link = _page.Nodes[_links[i]];
            if (link.TextStart >= line.End)
            {
                break;
            }

            if (link.TextEnd > line.Start && Resolve(_page.Elements[_links[i]].Address!.Value.Span) is { } target)
            {
                return target;
            }
        }

        return null;
    }

    private string? Resolve(ReadOnlySpan<char> address)
    {
        ref string? target = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _known.GetAlternateLookup<ReadOnlySpan<char>>(), address, out bool isKnown);
        if (!isKnown)
        {
            target = _page.Resolve(address) is { } url && SiteName.Of(url) == _site
                && PathOf(url) is var path && path != _self ? path : null;
        }

        return target;
    }

    private static string PathOf(Uri url) => url.GetLeftPart(UriPartial.Query).TrimEnd('/');
}

using System.Collections.Immutable;
using NewsDiff.Addresses;

namespace NewsDiff.Tracking.Metadata;

/// <summary>Ignores links to the publisher's own pages that differ only in parameters that the site adds.</summary>
/// <remarks>
/// Many sites add the number of a session or of a cache to all their links, under an unknown name. In links to other
/// sites, every parameter counts unless it is known to be for tracking.
/// </remarks>
internal static class LinkTargets
{
    /// <summary>Settles the links of a change.</summary>
    /// <param name="change">The links that were removed and added.</param>
    /// <param name="page">The address of the article.</param>
    /// <returns>The change without such pairs; null when nothing is left.</returns>
    public static MetadataChange? Settle(MetadataChange change, Uri page)
    {
        if (change.Before.IsEmpty || change.After.IsEmpty || !WebScheme.IsIn(page))
        {
            return change;
        }

        List<string> came = [.. change.After];
        List<string> went = [];
        foreach (string link in change.Before)
        {
            int same = came.FindIndex(other => AreSame(link, other, page));
            if (same < 0)
            {
                went.Add(link);
            }
            else
            {
                came.RemoveAt(same);
            }
        }

        return went.Count + came.Count == 0 ? null : change with { Before = [.. went], After = [.. came] };
    }

    private static bool AreSame(string left, string right, Uri page)
    {
        (string path, string query) = Split(MetadataKey.Of(MetadataField.Links, left));
        (string otherPath, string otherQuery) = Split(MetadataKey.Of(MetadataField.Links, right));
        if (path != otherPath || !Uri.TryCreate(left, UriKind.Absolute, out Uri? url)
            || !WebScheme.IsIn(url) || !Addresses.SiteName.IsOne(url, page))
        {
            return false;
        }

        // A path that names a page leads there whatever its query; any other path may need its query.
        string last = path[(path.LastIndexOf('/') + 1)..];
        ImmutableHashSet<string> one = [.. query.Split('&')];
        ImmutableHashSet<string> other = [.. otherQuery.Split('&')];
        return last.Any(static c => char.IsAsciiDigit(c) || c == '-')
            || query.Length == 0 || otherQuery.Length == 0 || one.IsSubsetOf(other) || other.IsSubsetOf(one);
    }

    /// <summary>Divides a key; broken links have a query without its question mark.</summary>
    private static (string Path, string Query) Split(string key)
    {
        int end = key.AsSpan().IndexOfAny('?', '&');
        return end < 0 ? (key, "") : (key[..end], key[(end + 1)..]);
    }
}

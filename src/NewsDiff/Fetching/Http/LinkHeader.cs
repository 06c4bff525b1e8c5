using System.Collections.Immutable;
using NewsDiff.Addresses;
using NewsDiff.Feeds.Reading;

namespace NewsDiff.Fetching.Http;

/// <summary>Reads the <c>Link</c> header (RFC 8288).</summary>
internal static class LinkHeader
{
    /// <summary>The WebSub hubs that an answer names, each once.</summary>
    /// <param name="header">The header as received, or null.</param>
    /// <param name="url">The address of the answer.</param>
    public static ImmutableArray<Uri> Hubs(string? header, Uri url)
    {
        var hubs = new List<Uri>();
        string rest = header is { Length: <= FeedLimits.AddressLength * FeedLimits.Hubs } ? header : "";
        while (rest.IndexOf('<', StringComparison.Ordinal) is >= 0 and var start
            && rest.IndexOf('>', start) is > 0 and var end)
        {
            string address = rest[(start + 1)..end];
            int next = rest.IndexOf('<', end);
            string parameters = next < 0 ? rest[end..] : rest[end..next];
            rest = next < 0 ? "" : rest[next..];
            if (IsHub(parameters)
                && hubs.Count < FeedLimits.Hubs
                && BoundedUrl.Resolve(url, address) is { Scheme: "http" or "https" } hub
                && !hubs.Contains(hub))
            {
                hubs.Add(hub);
            }
        }

        return [.. hubs];
    }

    private static bool IsHub(string parameters)
    {
        foreach (string parameter in parameters.Split([';', ','], StringSplitOptions.TrimEntries))
        {
            if (parameter.StartsWith("rel", StringComparison.OrdinalIgnoreCase)
                && parameter[3..].TrimStart() is ['=', .. var relations])
            {
                return relations.Trim(' ', '"').Split(' ').Contains("hub", StringComparer.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}

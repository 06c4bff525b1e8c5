using System.Collections.Frozen;
using System.Globalization;

namespace NewsDiff.Fetching.Guard;

/// <summary>The private hosts that may be reached.</summary>
internal sealed class AllowedHosts(HttpFetchOptions options)
{
    private readonly FrozenSet<(string Host, int? Port)> _entries =
        options.AllowedPrivateHosts.Select(static entry => Read(entry)!.Value).ToFrozenSet();

    /// <summary>Whether a host is allowed, on every port or on this one.</summary>
    public bool Contain(string host, int port) =>
        HostForm.Of(host) is { } form && (_entries.Contains((form, null)) || _entries.Contains((form, port)));

    /// <summary>Reads an entry: a host, or a host and a port, in any address form.</summary>
    /// <returns>
    /// The normalised host and its port, which is null for every port; null when the entry is invalid.
    /// </returns>
    public static (string Host, int? Port)? Read(string entry)
    {
        // Several colons without brackets belong to an IPv6 address.
        int colon = entry.LastIndexOf(':');
        bool hasPort = colon > entry.LastIndexOf(']')
            && (entry.StartsWith('[') || entry.IndexOf(':', StringComparison.Ordinal) == colon);
        int? port = null;
        if (hasPort)
        {
            if (!ushort.TryParse(
                entry.AsSpan(colon + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out ushort number) || number == 0)
            {
                return null;
            }

            port = number;
        }

        return HostForm.Of(hasPort ? entry[..colon] : entry) is { } host ? (host, port) : null;
    }
}

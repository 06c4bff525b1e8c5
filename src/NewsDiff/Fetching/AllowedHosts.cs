using System.Collections.Frozen;
using System.Globalization;

namespace NewsDiff.Fetching;

/// <summary>The private hosts that may be reached.</summary>
internal sealed class AllowedHosts(HttpFetchOptions options)
{
    private readonly FrozenSet<string> _entries =
        options.AllowedPrivateHosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a host is among them, on every port or on this one.</summary>
    public bool Contain(string host, int port)
    {
        host = host.Trim('[', ']');
        return _entries.Contains(host) || _entries.Contains(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"));
    }
}

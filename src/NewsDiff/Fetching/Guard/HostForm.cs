using System.Net;
using System.Net.Sockets;
using NewsDiff.Addresses;

namespace NewsDiff.Fetching.Guard;

/// <summary>The normalized form of a host, for comparisons.</summary>
internal static class HostForm
{
    /// <summary>
    /// Normalizes a host: a name in lower-case ASCII without a trailing dot, or an address without brackets.
    /// </summary>
    /// <returns>The form; null when it cannot be a host.</returns>
    public static string? Of(string host)
    {
        string inside = host is ['[', .., ']'] ? host[1..^1] : host;
        if (inside.Contains(':', StringComparison.Ordinal))
        {
            // The % before a zone is written as %25 in addresses.
            string plain = inside.Replace("%25", "%", StringComparison.Ordinal);
            return IPAddress.TryParse(plain, out IPAddress? address)
                && address.AddressFamily == AddressFamily.InterNetworkV6
                ? address.ToString()
                : null;
        }

        return host.StartsWith('[') ? null : UrlHost.Read(host.TrimEnd('.'));
    }
}

using System.Net;
using System.Net.Sockets;
using NewsDiff.Addresses;

namespace NewsDiff.Fetching.Guard;

/// <summary>The normalised form of a host, for comparisons.</summary>
internal static class HostForm
{
    /// <summary>Normalises a host: a lower-case ASCII name, or an IP address without brackets.</summary>
    /// <remarks>A trailing dot is removed.</remarks>
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

using System.Net;
using System.Net.Sockets;
using NewsDiff.Addresses;

namespace NewsDiff.Fetching;

/// <summary>The one form of a host by which it is found among others.</summary>
internal static class HostForm
{
    /// <summary>The form of a host: a name in ASCII and lower case without a closing dot, or an address without brackets.</summary>
    /// <returns>The form; null when it can be no host.</returns>
    public static string? Of(string host)
    {
        string inside = host is ['[', .., ']'] ? host[1..^1] : host;
        if (inside.Contains(':', StringComparison.Ordinal))
        {
            // A zone is written plainly or, in addresses, as %25.
            string plain = inside.Replace("%25", "%", StringComparison.Ordinal);
            return IPAddress.TryParse(plain, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6
                ? address.ToString()
                : null;
        }

        return host.StartsWith('[') ? null : UrlHost.Read(host.TrimEnd('.'));
    }
}

using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace NewsDiff.Fetching.Guard;

/// <summary>The addresses and ports that a fetcher of public pages may connect to.</summary>
internal static class PublicInternet
{
    /// <summary>Blocks that are not globally reachable, from the IANA special-purpose address registries.</summary>
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),

        // Not in the registries: Azure's service for its machines and their keys, with an address that looks public.
        IPNetwork.Parse("168.63.129.16/32"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>The only block of IPv6 that is routed publicly.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>
    /// IPv4 addresses translated for IPv6-only hosts (RFC 6052), without the local-use block 64:ff9b:1::/48.
    /// </summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Ports above 1023 of other services that could misread a request.</summary>
    private static readonly ImmutableArray<int> OtherServices =
    [
        1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 2379, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5672,
        5900, 5984,
        6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9042, 9200, 9300, 10080, 11211, 27017,
    ];

    /// <summary>Whether an address is public; an embedded IPv4 address decides, where there is one.</summary>
    public static bool Contains(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !IsSpecial(address);
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.IsIPv4MappedToIPv6 || Translated.Contains(address))
        {
            return !IsSpecial(new IPAddress(bytes[12..]));
        }

        // Teredo and IPv4-compatible addresses are refused by their blocks, whatever they embed.
        return GlobalUnicast.Contains(address)
            && !IsSpecial(address)
            && !(SixToFour.Contains(address) && IsSpecial(new IPAddress(bytes[2..6])))
            && !(IsIsatap(bytes) && IsSpecial(new IPAddress(bytes[12..])));
    }

    /// <summary>Whether a name is reserved for the machine or its network.</summary>
    /// <remarks>See RFC 6761, 6762 and 8375, and ICANN.</remarks>
    public static bool IsLocalName(string host)
    {
        ReadOnlySpan<char> name = host.AsSpan().TrimEnd('.');
        ReadOnlySpan<char> last = name[(name.LastIndexOf('.') + 1)..];
        return last.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || last.Equals("local", StringComparison.OrdinalIgnoreCase)
            || last.Equals("internal", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".home.arpa", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether web sites use a port: 80, 443, or a high one without another service.</summary>
    public static bool IsWebPort(int port) => port is 80 or 443 || (port > 1023 && !OtherServices.Contains(port));

    private static bool IsSpecial(IPAddress address) => Special.Any(network => network.Contains(address));

    /// <summary>Whether an address embeds IPv4 by RFC 5214 (ISATAP), with any prefix.</summary>
    /// <remarks>The two bits that may vary are ignored.</remarks>
    private static bool IsIsatap(ReadOnlySpan<byte> address) =>
        (address[8] & 0b1111_1100) == 0 && address[9] == 0 && address[10] == 0x5E && address[11] == 0xFE;
}

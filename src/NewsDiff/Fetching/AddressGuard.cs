using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NewsDiff.Fetching;

/// <summary>Opens connections to public addresses only, and to the private hosts that are allowed by name.</summary>
internal sealed class AddressGuard(HttpFetchOptions options)
{
    private readonly FrozenSet<string> _allowed =
        options.AllowedPrivateHosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks the name up, checks every address, and connects to the first that answers.</summary>
    /// <exception cref="AddressRefusedException">An address or the port is refused; nothing was sent.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        bool isAllowed = IsAllowed(target);
        if (!isAllowed)
        {
            RefusePort(target);
            RefuseName(target);
        }

        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(target.Host, cancellationToken).ConfigureAwait(false);
        if (!isAllowed)
        {
            RefuseAddresses(target, addresses);
        }

        Socket? socket = null;
        try
        {
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }

    private bool IsAllowed(DnsEndPoint target)
    {
        string host = target.Host.Trim('[', ']');
        return _allowed.Contains(host)
            || _allowed.Contains(string.Create(CultureInfo.InvariantCulture, $"{host}:{target.Port}"));
    }

    private static void RefusePort(DnsEndPoint target)
    {
        if (!PublicInternet.IsWebPort(target.Port))
        {
            throw new AddressRefusedException(string.Create(
                CultureInfo.InvariantCulture, $"Port {target.Port} of {target.Host} is not one that web sites use."));
        }
    }

    private static void RefuseName(DnsEndPoint target)
    {
        if (PublicInternet.IsLocalName(target.Host))
        {
            throw new AddressRefusedException($"{target.Host} is a local name, which is not on the public internet.");
        }
    }

    private static void RefuseAddresses(DnsEndPoint target, IPAddress[] addresses)
    {
        // One private address among public ones is refused whole: it is a mistake or an attack, and either way not ours to sort.
        foreach (IPAddress address in addresses)
        {
            if (!PublicInternet.Contains(address))
            {
                throw new AddressRefusedException($"{target.Host} is at {address}, which is not on the public internet.");
            }
        }
    }
}

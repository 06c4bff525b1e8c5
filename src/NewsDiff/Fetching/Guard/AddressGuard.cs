using System.Globalization;
using System.Net;

namespace NewsDiff.Fetching.Guard;

/// <summary>Connects only to public addresses, and to private hosts that are allowed by name.</summary>
internal sealed class AddressGuard(HttpFetchOptions options, NetworkAccess network)
{
    private const string Remedy = ", and AllowedPrivateHosts does not name it.";

    private readonly AllowedHosts _allowed = new(options);

    /// <summary>Resolves the name, checks every address, and connects to the first that answers.</summary>
    /// <exception cref="AddressRefusedException">An address or the port is refused; nothing was sent.</exception>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        bool isAllowed = _allowed.Contain(target.Host, target.Port);
        if (!isAllowed)
        {
            RefusePort(target);
            RefuseName(target);
        }

        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal)
            ? [literal]
            : await network.LookUp(target.Host, cancellationToken).ConfigureAwait(false);
        if (!isAllowed)
        {
            RefuseAddresses(target, addresses);
        }

        // The connection uses the checked addresses: the name is not looked up again.
        return await network.Connect(addresses, target.Port, cancellationToken).ConfigureAwait(false);
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
            throw new AddressRefusedException(
                $"{target.Host} is a local name, which is not on the public internet{Remedy}");
        }
    }

    private static void RefuseAddresses(DnsEndPoint target, IPAddress[] addresses)
    {
        // A name with any private address is refused, even beside public ones: it is a mistake or an attack.
        foreach (IPAddress address in addresses)
        {
            if (!PublicInternet.Contains(address))
            {
                throw new AddressRefusedException(
                    $"{target.Host} is at {address}, which is not on the public internet{Remedy}");
            }
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace NewsDiff.Fetching.Guard;

/// <summary>The address guard's access to the network, which tests can replace.</summary>
internal sealed record NetworkAccess
{
    /// <summary>The network of this machine.</summary>
    public static NetworkAccess Real { get; } = new();

    /// <summary>Looks up the addresses of a name.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> LookUp { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Connects to the first of some addresses that answers.</summary>
    public Func<IPAddress[], int, CancellationToken, ValueTask<Stream>> Connect { get; init; } = ConnectAsync;

    private static async ValueTask<Stream> ConnectAsync(
        IPAddress[] addresses,
        int port,
        CancellationToken cancellationToken)
    {
        Socket? socket = null;
        try
        {
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(addresses, port, cancellationToken).ConfigureAwait(false);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}

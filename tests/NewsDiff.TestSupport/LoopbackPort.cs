using System.Net;
using System.Net.Sockets;

namespace NewsDiff.TestSupport;

/// <summary>Finds ports for servers that cannot choose one themselves.</summary>
public static class LoopbackPort
{
    private const int First = 12_000;

    /// <summary>From here on systems give ports to outgoing connections.</summary>
    private const int End = 32_768;

    private const int Attempts = 100;

    /// <summary>Finds a port of the loopback interface on which nothing listens.</summary>
    /// <remarks>
    /// The server opens it later. A port that the system gives out could be an outgoing connection's by then.
    /// </remarks>
    public static int Find()
    {
        for (int attempt = 1; ; attempt++)
        {
            int port = Random.Shared.Next(First, End);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException) when (attempt < Attempts)
            {
                // Another server has it.
            }
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsDiff.TestSupport.Faults;

/// <summary>A line to a server on the loopback interface that can go dead.</summary>
/// <remarks>Nothing comes through any more, and nothing is closed.</remarks>
public sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Task _accepting;
    private volatile byte[]? _last;
    private volatile bool _isCut;

    /// <summary>Opens the line.</summary>
    /// <param name="target">The port of the server.</param>
    public CutLine(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port that leads to the server.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Lets nothing through any more.</summary>
    public void Cut() => _isCut = true;

    /// <summary>Lets nothing through any more from the next time that a text would go to the server.</summary>
    public void CutBefore(string text) => _last = Encoding.UTF8.GetBytes(text);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket caller = await _listener.AcceptSocketAsync(_stop.Token);
            _ = JoinAsync(caller);
        }
    }

    private async Task JoinAsync(Socket caller)
    {
        using (caller)
        using (var server = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            await Task.WhenAny(CopyAsync(caller, server, isToServer: true), CopyAsync(server, caller));
        }
    }

    private async Task CopyAsync(Socket from, Socket to, bool isToServer = false)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and int read
                && !(_isCut |= isToServer && _last is { } last && buffer.AsSpan(0, read).IndexOf(last) >= 0))
            {
                await to.SendAsync(buffer.AsMemory(0, read), _stop.Token);
            }

            if (_isCut)
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException)
        {
            // One side closed; the other follows.
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsDiff.TestSupport.Faults;

/// <summary>A server on a bare TCP port of 127.0.0.1 that answers each path as a test says, byte for byte.</summary>
/// <remarks>What is not set answers 404. Each connection serves one request.</remarks>
public sealed class FaultSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<FaultConnection, Task>> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FaultConnection> _requests = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? _certificate;
    private readonly Task _listening;

    /// <summary>Opens a site.</summary>
    /// <param name="certificate">What it shows for https; null for http.</param>
    public FaultSite(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start(512);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listening = ListenAsync();
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>The requests so far, in order.</summary>
    public IReadOnlyList<FaultConnection> Requests => [.. _requests];

    /// <summary>The requests for a path.</summary>
    public IReadOnlyList<FaultConnection> RequestsFor(string path) =>
        [.. _requests.Where(request => request.Target == path)];

    /// <summary>Sets what a path, with its query, answers from now on.</summary>
    public FaultSite On(string path, Func<FaultConnection, Task> answer)
    {
        _paths[path] = answer;
        return this;
    }

    /// <summary>Sets a path to send a whole answer.</summary>
    public FaultSite On(string path, int status, string body, params string[] headers) =>
        On(path, connection => connection.ReplyAsync(status, body, headers));

    /// <summary>Sets a path to redirect.</summary>
    public FaultSite Redirect(string path, string location, int status = 302) =>
        On(path, status, "", $"Location: {location}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _listening;
        _closing.Dispose();
    }

    private async Task ListenAsync()
    {
        List<Task> serving = [];
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptSocketAsync(_closing.Token);
                serving.RemoveAll(task => task.IsCompleted);
                serving.Add(ServeAsync(socket));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                await using Stream stream = await OpenAsync(socket);
                if (await ReadHeadAsync(stream) is { Length: > 0 } head)
                {
                    var connection = new FaultConnection(socket, stream, head, _closing.Token);
                    _requests.Enqueue(connection);
                    await AnswerAsync(connection);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException
            or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, or the site is closed: both are what some scenarios are about.
        }
    }

    private Task AnswerAsync(FaultConnection connection) =>
        _paths.TryGetValue(connection.Target, out Func<FaultConnection, Task>? answer)
            ? answer(connection)
            : connection.ReplyAsync(404, "");

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var stream = new NetworkStream(socket);
        if (_certificate is null)
        {
            return stream;
        }

        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _closing.Token);
        return secure;
    }

    private async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        byte[] buffer = new byte[16 * 1024];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer, _closing.Token);
            if (read == 0)
            {
                return "";
            }

            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return head.ToString();
    }
}

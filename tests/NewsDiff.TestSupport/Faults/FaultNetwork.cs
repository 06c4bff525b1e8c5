using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using NewsDiff.Fetching;
using NewsDiff.Fetching.Guard;

namespace NewsDiff.TestSupport.Faults;

/// <summary>
/// An internet of its own: names lead to public addresses, and those to sites on the loopback interface.
/// </summary>
public sealed class FaultNetwork : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<IPAddress[]>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(IPAddress Address, int Port), int> _ports = new();
    private readonly ConcurrentQueue<FaultSite> _sites = new();
    private readonly ConcurrentQueue<string> _connections = new();
    private int _addresses;

    /// <summary>How a guarded handler reaches it.</summary>
    internal NetworkAccess Access => new() { LookUp = LookUpAsync, Connect = ConnectAsync };

    /// <summary>The target of all other names; null for none.</summary>
    public Func<string, IPAddress[]>? OtherNames { get; set; }

    /// <summary>The loopback port for all other addresses; null for none.</summary>
    public int? OtherPort { get; set; }

    /// <summary>The addresses and ports that were connected to, in order, whether anything is there or not.</summary>
    public IReadOnlyList<string> Connections => [.. _connections];

    /// <summary>Opens a site under a name.</summary>
    public FaultSite Open(string host, bool isSecure = false)
    {
        var site = new FaultSite(isSecure ? FaultCertificates.For(host) : null);
        _sites.Enqueue(site);
        Place(host, site.Port, isSecure ? 443 : 80);
        return site;
    }

    /// <summary>Gives a name a public address of its own, where a loopback port answers.</summary>
    public IPAddress Place(string host, int loopbackPort, int port = 80)
    {
        IPAddress address = NextAddress();
        _names[host] = () => [address];
        _ports[(address, port)] = loopbackPort;
        return address;
    }

    /// <summary>Gives a name another address each time it is looked up, the last one for ever.</summary>
    public void Rebind(string host, params IPAddress[][] answers)
    {
        int next = 0;
        _names[host] = () => answers[Math.Min(Interlocked.Increment(ref next) - 1, answers.Length - 1)];
    }

    /// <summary>Makes a client whose handler is guarded like any, on this network.</summary>
    /// <param name="options">The options of the handler.</param>
    /// <param name="trustsAll">Whether certificates are taken as they are, as a root of one's own would do.</param>
    [SuppressMessage("Security", "CA5359", Justification = "The certificates are those of a test.")]
    public HttpClient CreateClient(HttpFetchOptions options, bool trustsAll = false)
    {
        SocketsHttpHandler handler = NewsDiffHttp.CreateGuardedHandler(options, Access);
        if (trustsAll)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        }

        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (FaultSite site in _sites)
        {
            await site.DisposeAsync();
        }
    }

    private IPAddress NextAddress()
    {
        int next = Interlocked.Increment(ref _addresses);
        return new IPAddress([93, 184, (byte)(next >> 8), (byte)next]);
    }

    private Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellationToken) =>
        _names.TryGetValue(host.TrimEnd('.'), out Func<IPAddress[]>? answer)
            ? Task.FromResult(answer())
            : OtherNames is not null
            ? Task.FromResult(OtherNames(host))
            : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));

    private async ValueTask<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        _connections.Enqueue($"{addresses[0]}:{port}");
        int loopbackPort = _ports.TryGetValue((addresses[0], port), out int placed)
            ? placed
            : OtherPort ?? throw new SocketException((int)SocketError.ConnectionRefused);
        return await NetworkAccess.Real.Connect([IPAddress.Loopback], loopbackPort, cancellationToken);
    }
}

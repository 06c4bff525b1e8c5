using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using MimeKit;
using NewsDiff.TestSupport;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace NewsDiff.Notifications.Tests;

/// <summary>A real mail server on 127.0.0.1 that keeps what it gets.</summary>
internal sealed class MailServer : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _count;
    private Task _run = Task.CompletedTask;

    public ConcurrentQueue<MimeMessage> Mails { get; } = [];

    public ConcurrentQueue<byte[]> Sources { get; } = [];

    /// <summary>Decides the reply to the n-th mail; null to take it.</summary>
    public Func<int, SmtpResponse?> Reply { get; set; } = static _ => null;

    public int Port { get; private set; }

    public static MailServer Start(int port = 0)
    {
        var server = new MailServer { Port = port == 0 ? LoopbackPort.Find() : port };
        ISmtpServerOptions options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, server.Port)))
            .Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(server);
        server._run = new SmtpServer.SmtpServer(options, services).StartAsync(server._stop.Token);
        return server;
    }

    public override Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken)
    {
        if (Reply(Interlocked.Increment(ref _count)) is { } refusal)
        {
            return Task.FromResult(refusal);
        }

        byte[] source = buffer.ToArray();
        Sources.Enqueue(source);
        Mails.Enqueue(MimeMessage.Load(new MemoryStream(source), cancellationToken));
        return Task.FromResult(SmtpResponse.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _run;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        _stop.Dispose();
    }
}

using System.Buffers;
using System.Net;
using MimeKit;
using NewsDiff.Notifications;
using NewsDiff.Notifications.Mail;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace NewsDiff.Evaluation.Notices;

/// <summary>A mailbox behind a real mail server.</summary>
internal sealed class MailInbox : NoticeInbox
{
    private readonly int _port = HttpInbox.FindPort();
    private CancellationTokenSource _end = new();
    private Task _run = Task.CompletedTask;

    internal override string Name => "mail";

    internal override Task StartAsync()
    {
        _end = new CancellationTokenSource();
        ISmtpServerOptions options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, _port)))
            .Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(this));
        _run = new SmtpServer.SmtpServer(options, services).StartAsync(_end.Token);
        return Task.CompletedTask;
    }

    internal override void AddTo(NotificationOptions options, NotificationFilter filter) => options.AddMail(
        new MailOptions
        {
            Name = Name,
            Server = "127.0.0.1",
            Port = _port,
            Security = MailSecurity.None,
            From = "diffs@news.example",
            To = ["desk@news.example"],
            Timeout = TimeSpan.FromSeconds(5),
            Patience = TimeSpan.FromDays(100),
        },
        filter);

    protected override async Task EndAsync()
    {
        await _end.CancelAsync();
        await _run.ContinueWith(static _ => { }, TaskScheduler.Default);
        _end.Dispose();
    }

    private async Task<SmtpResponse> ReceiveAsync(ReadOnlySequence<byte> buffer, CancellationToken stop)
    {
        Fault fault = NextFault();
        if (fault == Fault.Refuse)
        {
            return new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "Later.");
        }

        if (fault == Fault.Hang)
        {
            await Task.Delay(TimeSpan.FromSeconds(20), stop);
            return new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "Too late.");
        }

        using var source = new MemoryStream(buffer.ToArray());
        MimeMessage mail = await MimeMessage.LoadAsync(source, stop);
        (string article, int version) = HttpInbox.ComparisonIn(mail.TextBody ?? "");
        Note(mail.MessageId ?? "", article, version);
        return fault == Fault.LoseAnswer
            ? new SmtpResponse(SmtpReplyCode.ServiceUnavailable, "It was taken, but this says otherwise.")
            : SmtpResponse.Ok;
    }

    private sealed class Store(MailInbox inbox) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken) => inbox.ReceiveAsync(buffer, cancellationToken);
    }
}

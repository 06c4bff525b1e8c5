using MimeKit;
using NewsDiff.Events;
using NewsDiff.Hosting;
using NewsDiff.Notifications.Mail;
using SmtpServer.Protocol;

namespace NewsDiff.Notifications.Tests;

/// <summary>Mail, sent to a real server.</summary>
public sealed class MailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_mail_has_the_change_as_text_and_as_HTML()
    {
        await using MailServer server = MailServer.Start();

        await SendAsync(server, Stories.Tell(
            Stories.Ferry, Stories.Ferry with { Title = "Ferry <stays> away & more" }));

        MimeMessage mail = Assert.Single(server.Mails);
        Assert.Equal("news.example changed “Ferry <stays> away & more”", mail.Subject);
        Assert.Contains(
            "Ferry [returns to the islands → <stays> away & more]", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://diffs.example/articles/ferry/diff/1/2", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("&lt;stays&gt; away &amp; more", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://news.example/ferry\">Article</a>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<ins style", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(("diffs@example.org", "desk@example.org"), (AddressOf(mail.From), AddressOf(mail.To)));
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task Mails_of_one_article_form_a_thread_and_a_repeated_one_has_the_same_id()
    {
        await using MailServer server = MailServer.Start();
        Notification told = Stories.Tell(Stories.Notice(ArticleEventKind.Vanished));

        await SendAsync(server, told);
        await SendAsync(server, told);
        await SendAsync(server, told with { Id = Guid.NewGuid() });

        MimeMessage[] mails = [.. server.Mails];
        Assert.Equal(mails[0].MessageId, mails[1].MessageId);
        Assert.NotEqual(mails[0].MessageId, mails[2].MessageId);
        Assert.Single(mails.Select(mail => Assert.Single(mail.References)).Distinct());
    }

    [Fact]
    public async Task A_long_change_stays_within_what_mail_programs_show()
    {
        await using MailServer server = MailServer.Start();
        string[] old =
        [
            .. Enumerable.Range(0, 400).Select(i => $"Paragraph {i} is as it was. {new string('x', 1200)}"),
        ];
        string[] @new = [.. old.Select(text => text.Replace("was", "is not", StringComparison.Ordinal))];

        await SendAsync(server, Stories.Tell(Stories.Of("Title", old), Stories.Of("Title", @new)));

        byte[] source = Assert.Single(server.Sources);
        Assert.InRange(source.Length, 1_000, 102_000);
        Assert.All(
            System.Text.Encoding.Latin1.GetString(source).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public async Task A_hundred_events_arrive_once_and_in_order_at_a_server_that_fails_and_restarts()
    {
        MailServer server = MailServer.Start();
        server.Reply = count => count % 5 == 0 ? new SmtpResponse(SmtpReplyCode.InsufficientStorage, "later") : null;
        await using NotifiedHost host = await NotifiedHost.StartAsync(
            _folder.File("news.db"), _clock, options => options.AddMail(
                OptionsFor(server.Port),
                new NotificationFilter
                {
                    Kinds = [ArticleEventKind.FirstSeen, ArticleEventKind.Changed],
                    MaxPerHour = 500,
                }));
        for (int number = 1; number <= 100; number++)
        {
            await host.Store.AppendAsync(Stories.Draft("story", number, _clock.Now), Stop);
        }

        await host.AdvanceUntilAsync(() => server.Mails.Count >= 40);
        await server.DisposeAsync();
        MimeMessage[] before = [.. server.Mails];
        _clock.Advance(TimeSpan.FromMinutes(1));
        await using MailServer restarted = MailServer.Start(server.Port);

        // The mail that the restart interrupted comes again.
        await host.AdvanceUntilAsync(
            () => before.Concat(restarted.Mails).DistinctBy(mail => mail.MessageId).Count() == 100);

        MimeMessage[] mails = [.. before, .. restarted.Mails];
        Assert.InRange(mails.Length, 100, 101);
        Assert.Equal(
            Enumerable.Range(2, 99),
            mails.Skip(1).DistinctBy(mail => mail.MessageId).Select(mail => VersionOf(mail.TextBody!)));
    }

    [Fact]
    public async Task A_site_that_changes_everything_at_once_sends_one_digest()
    {
        await using MailServer server = MailServer.Start();
        await using NotifiedHost host = await NotifiedHost.StartAsync(
            _folder.File("news.db"), _clock,
            options => options.AddMail(OptionsFor(server.Port), new NotificationFilter { MaxPerHour = 2 }));
        for (int number = 1; number <= 2; number++)
        {
            for (int story = 0; story < 60; story++)
            {
                await host.Store.AppendAsync(Stories.Draft($"story-{story}", number, _clock.Now), Stop);
            }
        }

        await host.AdvanceUntilAsync(() => server.Mails.Count == 2);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.AdvanceUntilAsync(() => server.Mails.Count == 3);

        MimeMessage digest = server.Mails.Last();
        Assert.StartsWith("news.example: 58 more notices in the hour from ", digest.Subject, StringComparison.Ordinal);
        Assert.Contains("The operator has [11 → 12] days", digest.TextBody, StringComparison.Ordinal);
        Assert.Contains("… and 8 more", digest.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpReplyCode.MailboxUnavailable, false)]
    [InlineData(SmtpReplyCode.ServiceUnavailable, true)]
    public async Task A_refusal_for_good_fails_and_a_passing_one_comes_later(SmtpReplyCode reply, bool isPassing)
    {
        await using MailServer server = MailServer.Start();
        server.Reply = _ => new SmtpResponse(reply, "no");

        Exception? failure = await Record.ExceptionAsync(
            () => SendAsync(server, Stories.Tell(Stories.Notice(ArticleEventKind.Vanished))));

        Assert.Equal(isPassing, failure is HandlerPostponedException);
        Assert.NotNull(failure);
    }

    [Fact]
    public async Task A_server_without_protection_gets_nothing_unless_that_was_said()
    {
        await using MailServer server = MailServer.Start();
        var channel = new MailChannel(OptionsFor(server.Port) with { Security = MailSecurity.Required }, _clock);

        await Assert.ThrowsAsync<NotSupportedException>(
            () => channel.SendAsync(Stories.Tell(Stories.Notice(ArticleEventKind.Vanished)), Stop));

        Assert.Empty(server.Mails);
    }

    private static MailOptions OptionsFor(int port) => new()
    {
        Name = "desk",
        Server = "127.0.0.1",
        Port = port,
        Security = MailSecurity.None,
        From = "NewsDiff <diffs@example.org>",
        To = ["desk@example.org"],
    };

    private async Task SendAsync(MailServer server, Notification notification)
    {
        await new MailChannel(OptionsFor(server.Port), _clock).SendAsync(notification, Stop);
    }

    private static string AddressOf(InternetAddressList addresses) => addresses.Mailboxes.Single().Address;

    /// <summary>The version that a mail tells of: its number of days is 10 more.</summary>
    private static int VersionOf(string text)
    {
        int at = text.IndexOf("→ ", StringComparison.Ordinal) + 2;
        return int.Parse(
            text[at..text.IndexOf(']', at)], System.Globalization.CultureInfo.InvariantCulture) - 10;
    }
}

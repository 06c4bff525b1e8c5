using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;
using NewsDiff.Events;
using NewsDiff.Notifications;
using NewsDiff.Notifications.Mail;
using NewsDiff.Notifications.Messages;
using NewsDiff.Notifications.Webhooks;

namespace NewsDiff.Evaluation.Xss;

/// <summary>Writes mails and posts about articles of harmful texts, and reads them as their services do.</summary>
internal sealed partial class NoticeWalk
{
    /// <summary>How many texts an article holds; mails leave out what is beyond their budget.</summary>
    private const int TextsOfArticle = 12;

    private const string OwnSite = "https://diffs.example/";
    private static readonly DateTimeOffset At = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] OwnHeaders =
    [
        "From", "Date", "Subject", "Message-Id", "To", "Auto-Submitted", "References", "In-Reply-To", "MIME-Version",
        "Content-Type",
    ];

    private readonly MailWriter _writer = new(new MailOptions
    {
        Name = "desk",
        Server = "localhost",
        From = "NewsDiff <diffs@example.org>",
        To = ["desk@example.org"],
    });

    /// <summary>The HTML of every mail, and its other faults.</summary>
    internal IEnumerable<(string Html, string Faults)> Mails(ImmutableArray<string> texts)
    {
        Notification[] told = [.. Tell(texts)];
        foreach (Notification notification in told)
        {
            yield return PartsOf(_writer.Write(notification, At));
        }

        foreach (Notification[] some in told.Chunk(50))
        {
            yield return PartsOf(_writer.Write(DigestOf(some), At));
        }
    }

    /// <summary>What is wrong with every post, by the service that reads it.</summary>
    internal static IEnumerable<(string Service, string Faults)> Posts(ImmutableArray<string> texts)
    {
        Notification[] told = [.. texts.SelectMany(text => Tell([text])), .. Tell(texts)];
        foreach (WebhookShape shape in (WebhookShape[])
            [WebhookShape.Slack, WebhookShape.Discord, WebhookShape.Teams, WebhookShape.Apprise])
        {
            foreach (byte[] body in told.Select(one => WebhookBody.Write(one, shape))
                .Concat(told.Chunk(20).Select(some => WebhookBody.Write(DigestOf(some), shape))))
            {
                yield return ($"posts, {shape}", FaultsOf(shape, body));
            }
        }

        foreach (string post in told.Select(one => PostText.Of(one, 500, 23, MarkStyle.Mastodon))
            .Concat(told.Chunk(20).Select(some => PostText.Of(DigestOf(some), 500, MarkStyle.Mastodon))))
        {
            yield return ("posts, Mastodon", FaultsOfMastodon(post));
        }
    }

    /// <summary>What a service would read in a post that a careless writer made of a text.</summary>
    internal static string CarelessFaults(WebhookShape shape, string text) => FaultsOf(
        shape,
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            text,
            content = text,
            allowed_mentions = new { parse = new[] { "users" } },
        }));

    /// <summary>Whom a post on Mastodon would notify.</summary>
    internal static string FaultsOfMastodon(string post) => Mention().Match(post).Value;

    private static IEnumerable<Notification> Tell(ImmutableArray<string> texts)
    {
        var composer = new NotificationComposer(OwnSite + "articles/{article}/diff/{before}/{after}");
        foreach (string[] some in texts.Chunk(TextsOfArticle))
        {
            string all = string.Join(' ', some);
            Article before = new()
            {
                Url = new Uri("https://news.example/1"),
                Title = all,
                Paragraphs = [.. some.Select(text => (Paragraph)text), "A gull sat on a quay."],
            };
            Article after = before with
            {
                Title = some.Length == 1 ? all : all + " 2",
                Paragraphs =
                [
                    .. some.Select(text => (Paragraph)$"Now {text} then"), "A gull sat here.",
                    .. some.Select(text => (Paragraph)text),
                ],
            };
            var change = new ArticleChange(VersionOf(before, 1, all), VersionOf(after, 2, all));
            var changed = new ArticleNotice
            {
                Event = EventOf(ArticleEventKind.Changed, all),
                Change = change,
                Version = change.After,
            };
            yield return composer.Compose(changed);
            yield return composer.Compose(
                changed with { Event = EventOf(ArticleEventKind.Vanished, all), Change = null });
        }
    }

    private static NotificationDigest DigestOf(Notification[] some) => new()
    {
        Id = "digest",
        Site = some[0].Site,
        Since = At,
        Count = some.Length + 3,
        Notifications = [.. some],
    };

    private static ArticleVersion VersionOf(Article article, int number, string text) => new()
    {
        ArticleId = text,
        Number = number,
        Article = article,
        ContentHash = ContentHash.Compute(article),
        SeenAt = At,
    };

    private static ArticleEvent EventOf(ArticleEventKind kind, string text) => new()
    {
        Id = Guid.Empty,
        Cursor = default,
        Kind = kind,
        ArticleId = text,
        At = At,
        Number = 2,
        Host = "news.example",
        Reason = text,
    };

    private static (string Html, string Faults) PartsOf(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        using (mail)
        {
            mail.WriteTo(bytes);
        }

        bytes.Position = 0;
        using MimeMessage read = MimeMessage.Load(bytes);
        string foreign = string.Join(' ', read.Headers.Select(header => header.Field)
            .Except(OwnHeaders, StringComparer.OrdinalIgnoreCase));
        bool isTwoParts = read.Body is MultipartAlternative { Count: 2 };
        return (read.HtmlBody ?? "", foreign + (isTwoParts ? "" : " parts") + (bytes.Length < 102_000 ? "" : " size"));
    }

    private static string FaultsOf(WebhookShape shape, byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        JsonElement root = json.RootElement;
        return shape switch
        {
            WebhookShape.Slack => Foreign(SlackControl(), WithoutOwn(root.GetProperty("text").GetString()!)),
            WebhookShape.Discord => Foreign(DiscordMark(), WithoutOwn(root.GetProperty("content").GetString()!))
                + (root.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength() == 0 ? "" : " mentions"),
            WebhookShape.Teams => string.Join(' ', Inside(root)),
            _ => root.GetProperty("format").GetString() == "text" ? "" : "format",
        };
    }

    private static string Foreign(Regex pattern, string text) => pattern.Match(text).Value;

    private static string WithoutOwn(string text) => OwnLink().Replace(text, "");

    /// <summary>Blocks that read Markdown, and addresses that are not ours.</summary>
    private static IEnumerable<string> Inside(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Inside),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => (property.Name, property.Value) switch
        {
            ("type", { } type) when type.GetString() is "TextBlock" or "Image" => ["type"],
            ("url", { } url) when !IsOwn(url.GetString()!) => [url.GetString()!],
            var (_, value) => Inside(value),
        }),
        _ => [],
    };

    private static bool IsOwn(string url) =>
        url.StartsWith(OwnSite, StringComparison.Ordinal) || url == "https://news.example/1";

    [GeneratedRegex(@"<https://(diffs\.example/articles/[^<>|]*|news\.example/1)(\|(Compare|Article))?>")]
    private static partial Regex OwnLink();

    [GeneratedRegex("[<>]|&(?!amp;|lt;|gt;)")]
    private static partial Regex SlackControl();

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[<@\[`|#]|https?:/")]
    private static partial Regex DiscordMark();

    [GeneratedRegex("(?<![=/\\w])@[A-Za-z0-9_]+")]
    private static partial Regex Mention();
}

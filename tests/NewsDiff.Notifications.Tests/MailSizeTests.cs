using System.Globalization;
using System.Text;
using MimeKit;
using NewsDiff.Notifications.Mail;

namespace NewsDiff.Notifications.Tests;

/// <summary>The size of mails as servers receive them.</summary>
public sealed class MailSizeTests
{
    private const int Most = 101_999;
    private static readonly Uri Comparison = new("https://diffs.example/articles/ferry/diff/1/2");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Lone surrogates and dots at the beginning of lines are hard on encodings and on SMTP.
    public static TheoryData<string> Texts =>
    [
        "The ferry sailed again on Monday after eleven weeks. ", "渡し船は十一週間ぶりに月曜日に再び出航した。",
        "Паром снова вышел в море в понедельник. ", "⛴️🌊👩‍👩‍👧‍👦 ",
        "<b>\"&'</b> = ", "ferry", ".\n.\n", "\ud83d \udc4d ",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_long_change_stays_within_what_mail_programs_show(string text)
    {
        string some = Many(text, 1000);
        Article before = Stories.Of("Title", [.. Enumerable.Range(0, 300).Select(i => $"{i}: {some}")]);
        Article after = Stories.Of(
            "Title " + some,
            [.. Enumerable.Range(0, 300).Select(i => $"{i}: {(i % 2 == 0 ? some + " now" : "new " + Many(text, 3000))}")]);

        byte[] source = await SendAsync(Stories.Tell(before, after));

        Assert.InRange(source.Length, Most - 12_000, Most);
        AssertShortLines(source);
        Assert.Contains("too long for a mail", TextOf(source), StringComparison.Ordinal);
        Assert.Contains($"The whole change: {Comparison}", TextOf(source), StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Comparison}\">The whole change</a>", HtmlOf(source), StringComparison.Ordinal);
        Assert.Matches("… [0-9]+ changed paragraphs left out", TextOf(source));
        Assert.Matches("… [0-9]+ changed paragraphs left out", HtmlOf(source));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("渡")]
    [InlineData("👍")]
    public async Task A_word_of_10000_characters_and_a_paragraph_without_end_are_cut_only_when_they_must_be(string part)
    {
        string word = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));

        byte[] fits = await SendAsync(Stories.Tell(Stories.Of("T", "A."), Stories.Of("T", $"A. {word[..1000]}")));
        byte[] longer = await SendAsync(Stories.Tell(Stories.Of("T", "A."), Stories.Of("T", $"A. {word}")));
        byte[] endless = await SendAsync(
            Stories.Tell(Stories.Of(word, "A."), Stories.Of(word + word, "A " + Many(word, 100_000))));

        Assert.Contains(word[..1000], TextOf(fits), StringComparison.Ordinal);
        Assert.Contains(word[..1000], HtmlOf(fits), StringComparison.Ordinal);
        Assert.All([fits, longer, endless], source => Assert.InRange(source.Length, 1000, Most));
        Assert.All([fits, longer, endless], AssertShortLines);
        Assert.Contains("too long for a mail", TextOf(endless), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The ferry sailed again on Monday after eleven weeks. ")]
    [InlineData("渡し船は十一週間ぶりに月曜日に再び出航した。")]
    [InlineData("⛴️🌊👩‍👩‍👧‍👦 ")]
    public void Nothing_is_left_out_just_below_the_limit_and_it_is_said_just_above(string text)
    {
        // The number of paragraphs at which a mail becomes too long, and then the number of characters.
        int paragraphs = Last(1, 1000, count => IsWhole(TellOf(text, count, 1)));
        int characters = Last(1, 3000, length => IsWhole(TellOf(text, paragraphs, length)));

        byte[] below = Write(TellOf(text, paragraphs, characters));
        byte[] above = Write(TellOf(text, paragraphs, characters + 1));

        Assert.InRange(below.Length, Most - 16, Most);
        Assert.InRange(above.Length, 1000, Most);
        Assert.DoesNotContain("too long", TextOf(below), StringComparison.Ordinal);
        Assert.DoesNotContain("left out", HtmlOf(below), StringComparison.Ordinal);
        Assert.Contains("too long", TextOf(above), StringComparison.Ordinal);
        Assert.Contains("too long", HtmlOf(above), StringComparison.Ordinal);
        Assert.Equal(paragraphs + 1, CountOf("[+", HtmlOf(below)));
        Assert.Equal(paragraphs + 1, CountOf("[+", TextOf(below)));
    }

    [Fact]
    public void The_most_telling_passages_come_first_when_there_is_no_room_for_all()
    {
        string filler = Many("The ferry was late on the way to the island. ", 900);
        string[] old = [.. Enumerable.Range(0, 300).Select(i => $"Part {(char)('a' + (i % 26))} again: {filler}")];
        string[] @new = [.. old.Select(text => text.Replace("again: ", "anew: ", StringComparison.Ordinal))];
        old[280] += " The operator paid 14 million euros.";
        @new[280] += " The operator paid 28 million euros.";

        byte[] source = Write(Stories.Tell(Stories.Of("T", old), Stories.Of("T", @new)));

        Assert.InRange(TextOf(source).IndexOf("[14 → 28]", StringComparison.Ordinal), 1, 2000);
        Assert.InRange(HtmlOf(source).IndexOf("[−14]", StringComparison.Ordinal), 1, 20_000);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_digest_of_many_changes_stays_within_the_limit_and_says_what_it_leaves_out(string text)
    {
        byte[] source = Write(DigestOf(Many(text, 4000), 50, 400));

        Assert.InRange(source.Length, 5_000, Most);
        AssertShortLines(source);
        Assert.Contains("… and 350 more", TextOf(source), StringComparison.Ordinal);
        Assert.Contains("… and 350 more", HtmlOf(source), StringComparison.Ordinal);
        Assert.Contains("only the headlines here", HtmlOf(source), StringComparison.Ordinal);
        Assert.Equal(50, CountOf($"href=\"{Comparison}\"", HtmlOf(source)));
    }

    [Fact]
    public void A_digest_that_fits_leaves_nothing_out()
    {
        int length = Last(1, 20_000, length => !IsCut(Write(DigestOf(Many("Ferry ", length), 50, 50))));

        Assert.InRange(Write(DigestOf(Many("Ferry ", length), 50, 50)).Length, Most - 1000, Most);
        Assert.True(IsCut(Write(DigestOf(Many("Ferry ", length + 1), 50, 50))));

        static bool IsCut(byte[] source) => TextOf(source).Contains("only the headlines", StringComparison.Ordinal);
    }

    [Fact]
    public void No_address_of_an_article_makes_a_mail_too_long()
    {
        Article ferry = Stories.Ferry with { Url = new Uri("https://news.example/?" + new string('&', 8000)) };
        Notification told = Stories.Tell(ferry, ferry with { Title = Many("Ferry ", 200_000) }) with
        {
            ComparisonUrl = null,
        };
        NotificationDigest digest = DigestOf("Ferry", 50, 50);

        byte[] one = Write(told);
        byte[] many = new MailWriter(Options).ToBytes(digest with
        {
            Notifications = [.. digest.Notifications.Select(notification => notification with
            {
                ComparisonUrl = null,
                Url = ferry.Url,
            })],
        });

        Assert.InRange(one.Length, 1000, Most);
        Assert.InRange(many.Length, 1000, Most);
        Assert.Matches("… and [0-9]+ more", TextOf(many));
    }

    private static MailOptions Options { get; } = new()
    {
        Name = "desk",
        Server = "127.0.0.1",
        Security = MailSecurity.None,
        From = "NewsDiff <diffs@example.org>",
        To = ["desk@example.org"],
    };

    private static async Task<byte[]> SendAsync(Notification notification)
    {
        await using MailServer server = MailServer.Start();
        await new MailChannel(Options with { Port = server.Port }).SendAsync(notification, Stop);
        return Assert.Single(server.Sources);
    }

    /// <summary>A change with many edited paragraphs, and a last one with an insertion of any length.</summary>
    private static Notification TellOf(string text, int paragraphs, int length)
    {
        string some = text.Trim();
        string[] old = [.. Enumerable.Range(0, paragraphs).Select(i => $"{i}. {some}"), "Last."];
        string[] @new =
            [.. Enumerable.Range(0, paragraphs).Select(i => $"{i}. {some} (new)"), "Last. " + new string('x', length)];
        return Stories.Tell(Stories.Of("T", old), Stories.Of("T", @new));
    }

    private static NotificationDigest DigestOf(string text, int told, int count) => new()
    {
        Id = "digest",
        Site = "news.example",
        Since = Drafts.Noon,
        Count = count,
        Notifications =
        [
            .. Enumerable.Range(0, told).Select(i => Stories.Tell(
                Stories.Of(text, "One."), Stories.Of($"{text} {i.ToString(CultureInfo.InvariantCulture)}", "Two."))),
        ],
    };

    private static bool IsWhole(Notification notification) =>
        !TextOf(Write(notification)).Contains("too long", StringComparison.Ordinal);

    private static byte[] Write(Notification notification) => new MailWriter(Options).ToBytes(notification);

    private static byte[] Write(NotificationDigest digest) => new MailWriter(Options).ToBytes(digest);

    private static string TextOf(byte[] source) => Read(source).TextBody!;

    private static string HtmlOf(byte[] source) => Read(source).HtmlBody!;

    private static MimeMessage Read(byte[] source) => MimeMessage.Load(new MemoryStream(source), Stop);

    /// <summary>The last number for which something holds; it holds for all before.</summary>
    private static int Last(int first, int beyond, Func<int, bool> holds)
    {
        while (beyond - first > 1)
        {
            int middle = (first + beyond) / 2;
            (first, beyond) = holds(middle) ? (middle, beyond) : (first, middle);
        }

        return first;
    }

    private static string Many(string text, int length) =>
        string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];

    private static int CountOf(string part, string text) => text.Split(part).Length - 1;

    private static void AssertShortLines(byte[] source) => Assert.All(
        Encoding.Latin1.GetString(source).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
}

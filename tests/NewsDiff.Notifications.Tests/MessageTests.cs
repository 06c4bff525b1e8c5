using System.Text.Json;
using System.Text.RegularExpressions;
using NewsDiff.Events;
using NewsDiff.Notifications.Messages;
using NewsDiff.Notifications.Webhooks;

namespace NewsDiff.Notifications.Tests;

/// <summary>What people read.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("14 days", "28 days", "The operator has [14 → 28] days to answer, and the board was told of it.")]
    [InlineData("was told", "was not told", "The operator has 14 days to answer, and the board was [+not] told of it.")]
    [InlineData("14 days", "days", "The operator has [−14] days to answer, and the board was told of it.")]
    public void The_excerpt_marks_what_changed(string old, string @new, string expected)
    {
        Article after = Stories.Ferry with
        {
            Paragraphs =
            [
                Stories.Ferry.Paragraphs[0],
                Stories.Ferry.Paragraphs[1].Text.Replace(old, @new, StringComparison.Ordinal),
            ],
        };

        Assert.Equal(expected, Stories.Tell(Stories.Ferry, after).Excerpt);
    }

    [Fact]
    public void The_excerpt_is_of_what_matters_most_and_short()
    {
        string words = string.Join(' ', Enumerable.Repeat("word", 300));
        Article before = Stories.Of("Title", "An old beginning is here.", $"{words} It was 14 days. {words}");
        Article after = Stories.Of("Title", "An old start is here.", $"{words} It was 28 days. {words}");

        string excerpt = Stories.Tell(before, after).Excerpt;

        Assert.StartsWith("…", excerpt, StringComparison.Ordinal);
        Assert.Contains("It was [14 → 28] days.", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 50, 420);
    }

    [Fact]
    public void A_new_headline_comes_first()
    {
        Notification told = Stories.Tell(
            Stories.Ferry, Stories.Ferry with { Title = "Ferry stays away from the islands" });

        Assert.Equal("Ferry [returns to → stays away from] the islands", told.Excerpt);
        Assert.Equal("Ferry stays away from the islands", told.Title);
        Assert.Equal(new Uri("https://diffs.example/articles/ferry/diff/1/2"), told.ComparisonUrl);
    }

    [Fact]
    public void An_event_without_a_change_says_what_happened()
    {
        Notification told = Stories.Tell(Stories.Notice(ArticleEventKind.Vanished));

        Assert.Equal(("Vanished from its address.", ""), (told.Summary, told.Excerpt));
        using JsonDocument body = Body(told, WebhookShape.Apprise);
        Assert.Equal(
            "news.example removed “Ferry returns to the islands”", body.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public void Each_shape_has_the_members_that_its_service_reads()
    {
        Notification told = Hostile("Ferry & <islands>");

        using JsonDocument slack = Body(told, WebhookShape.Slack);
        using JsonDocument discord = Body(told, WebhookShape.Discord);
        using JsonDocument teams = Body(told, WebhookShape.Teams);
        using JsonDocument apprise = Body(told, WebhookShape.Apprise);

        Assert.Contains("Ferry &amp; &lt;islands&gt;", Text(slack, "text"), StringComparison.Ordinal);
        Assert.Equal(0, discord.RootElement.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength());
        Assert.Contains("Ferry & \\<islands\\>", Text(discord, "content"), StringComparison.Ordinal);
        JsonElement attachment = teams.RootElement.GetProperty("attachments")[0];
        Assert.Equal(
            "application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        Assert.Equal("AdaptiveCard", attachment.GetProperty("content").GetProperty("type").GetString());
        Assert.Contains("Ferry & <islands>", Text(apprise, "body"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!channel> <https://evil.example|click> *bold* ~gone~")]
    [InlineData("@everyone <@123> [click](https://evil.example) **bold** ||hidden||")]
    public void A_headline_cannot_call_people_or_hide_a_link(string title)
    {
        using JsonDocument slack = Body(Hostile(title), WebhookShape.Slack);
        using JsonDocument discord = Body(Hostile(title), WebhookShape.Discord);

        string own = Text(slack, "text").Replace("<https://diffs.example", "", StringComparison.Ordinal)
            .Replace("<https://news.example", "", StringComparison.Ordinal);
        Assert.DoesNotContain("<", own, StringComparison.Ordinal);
        Assert.DoesNotContain(" *bold*", own, StringComparison.Ordinal);
        Assert.DoesNotContain(" @everyone", Text(discord, "content"), StringComparison.Ordinal);
        Assert.DoesNotContain("](", Text(discord, "content"), StringComparison.Ordinal);
        Assert.DoesNotContain(" **bold", Text(discord, "content"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_stays_within_what_chats_take()
    {
        string words = string.Join(' ', Enumerable.Repeat("*word*", 2000));
        Notification told = Stories.Tell(Stories.Of(words, words), Stories.Of(words + " end", "gone " + words));
        var digest = new NotificationDigest
        {
            Id = "d",
            Site = "news.example",
            Since = Drafts.Noon,
            Count = 300,
            Notifications = [.. Enumerable.Repeat(told, 50)],
        };

        foreach (WebhookShape shape in (WebhookShape[])[WebhookShape.Slack, WebhookShape.Discord])
        {
            string member = shape == WebhookShape.Slack ? "text" : "content";
            using JsonDocument one = Body(told, shape);
            using JsonDocument many = JsonDocument.Parse(WebhookBody.Write(digest, shape));
            Assert.InRange(Text(one, member).Length, 100, 2000);
            Assert.InRange(Text(many, member).Length, 100, 2000);
            Assert.Matches("and 29\\d more", Text(many, member));
        }
    }

    // Such a text is longer when it is escaped, and the escapes are where it is cut.
    [Theory]
    [InlineData("<")]
    [InlineData("& <b> ")]
    [InlineData("[@]")]
    public void Neither_a_link_nor_an_escape_is_cut_in_two(string part)
    {
        string reason = string.Concat(Enumerable.Repeat(part, 1000));
        ArticleNotice notice = Stories.Notice(ArticleEventKind.Vanished);
        Notification told = Stories.Tell(notice with { Event = notice.Event with { Reason = reason } });

        using JsonDocument slack = Body(told, WebhookShape.Slack);
        using JsonDocument discord = Body(told, WebhookShape.Discord);

        Assert.EndsWith("<https://news.example/ferry|Article>", Text(slack, "text"), StringComparison.Ordinal);
        Assert.DoesNotMatch("&(?!amp;|lt;|gt;)", Text(slack, "text"));
        Assert.EndsWith("Article: <https://news.example/ferry>", Text(discord, "content"), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\\…", Text(discord, "content"));
        Assert.InRange(Text(discord, "content").Length, 1000, 2000);
    }

    [Theory]
    [InlineData("Ferry news at https://evil.example/")]
    [InlineData("Compare: https://evil.example/")]
    public void A_line_in_Teams_leads_only_where_we_say(string title)
    {
        using JsonDocument teams = Body(Hostile(title), WebhookShape.Teams);

        string[] urls = [.. Regex.Matches(teams.RootElement.GetRawText(), "\"url\":\"([^\"]*)\"")
            .Select(match => match.Groups[1].Value)];
        Assert.Equal(["https://diffs.example/articles/ferry/diff/1/2", "https://news.example/ferry"], urls);
    }

    [Fact]
    public void A_headline_notifies_nobody_on_Mastodon()
    {
        Notification told = Hostile("So @you@example.org said, and @me");
        var digest = new NotificationDigest
        {
            Id = "d",
            Site = "news.example",
            Since = Drafts.Noon,
            Count = 1,
            Notifications = [told],
        };

        Assert.All(
            [PostText.Of(told, 500, 23, MarkStyle.Mastodon), PostText.Of(digest, 500, MarkStyle.Mastodon)],
            post =>
            {
                Assert.DoesNotMatch("@[a-z]", post);
                Assert.Contains("@\u200Byou@\u200Bexample.org", post, StringComparison.Ordinal);
            });
    }

    private static Notification Hostile(string title) =>
        Stories.Tell(Stories.Of("A ferry", "It sails."), Stories.Of(title, "It sails at last."));

    private static JsonDocument Body(Notification notification, WebhookShape shape) =>
        JsonDocument.Parse(WebhookBody.Write(notification, shape));

    private static string Text(JsonDocument body, string member) => body.RootElement.GetProperty(member).GetString()!;
}

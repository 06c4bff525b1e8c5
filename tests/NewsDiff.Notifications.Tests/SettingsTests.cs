using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using NewsDiff.Classification;
using NewsDiff.Events;
using NewsDiff.Notifications.Mail;
using NewsDiff.Notifications.Webhooks;

namespace NewsDiff.Notifications.Tests;

public sealed partial class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_settings_of_the_README_are_read()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), Stop);
        string json = JsonBlock().Match(readme.ReplaceLineEndings("\n")).Groups[1].Value;

        await using NotifiedHost host = await NotifiedHost.StartAsync(
            _folder.File("news.db"), new ManualTimeProvider(), json);

        Assert.Equal(
            ["notifications/chat", "notifications/desk", "notifications/fediverse", "notifications/sky"],
            await host.Store.ReadDeliveriesAsync(Stop).Select(delivery => delivery.Handler).Order().ToListAsync(Stop));
    }

    [Theory]
    [InlineData("""{ "Webhook": [] }""", "Webhook is not a setting")]
    [InlineData("""{ "ComparisonPattern": "https://example.org/{article}" }""", "must be an http or https")]
    [InlineData("""{ "Webhooks": [ { "Name": "a" } ] }""", "Url is missing")]
    [InlineData("""{ "Webhooks": [ { "Url": "https://example.org/" } ] }""", "Name is missing")]
    [InlineData("""{ "Webhooks": [ { "Name": "a", "Url": "/secret" } ] }""", "must be an absolute http")]
    [InlineData(
        """
        { "Webhooks": [ { "Name": "a", "Url": "https://example.org/secret" },
            { "Name": "a", "Url": "https://example.org/secret" } ] }
        """,
        "like that of another channel")]
    [InlineData(
        """{ "Webhooks": [ { "Name": "a", "Url": "https://e.org", "Shape": "Teletext" } ] }""", "Slack or Discord")]
    [InlineData(
        """{ "Webhooks": [ { "Name": "a", "Url": "https://e.org", "Filter": { "Kinds": ["Chnged"] } } ] }""",
        "'Chnged', and may have FirstSeen, Changed")]
    [InlineData(
        """{ "Webhooks": [ { "Name": "a", "Url": "https://e.org", "Filter": { "Quiet": { "From": "22" } } } ] }""",
        "not a time of day, such as 22:00")]
    [InlineData(
        """{ "Webhooks": [ { "Name": "a", "Url": "https://e.org", "Filter": { "MinSignificance": 101 } } ] }""",
        "must be from 0 to 100")]
    [InlineData("""{ "Mail": [ { "Name": "a", "Server": "e.org", "From": "a@e.org" } ] }""", "To is missing")]
    [InlineData("""{ "Mastodon": [ { "Name": "a", "Server": "https://e.org" } ] }""", "Token is missing")]
    [InlineData("""{ "Mastodon": [ { "Name": "a", "Server": "e.org", "Token": "secret" } ] }""", "must be an absolute")]
    [InlineData("""{ "Bluesky": [ { "Name": "a", "Password": "secret" } ] }""", "Handle is missing")]
    [InlineData(
        """{ "Mail": [ { "Name": "a", "Server": "e.org", "From": "nobody", "To": ["a@e.org"] } ] }""",
        "'nobody', which is not a mail address")]
    public async Task Unusable_settings_stop_the_host_and_name_what_to_do(string json, string reason)
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => NotifiedHost.StartAsync(
                _folder.File("news.db"), new ManualTimeProvider(),
                $$"""{ "NewsDiff": { "Notifications": {{json}} } }"""));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains("NewsDiff:Notifications", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_condition_of_a_filter_can_be_set()
    {
        NotificationFilter filter = Read("""
            { "Kinds": ["changed", "Merged"], "Sites": ["example.org"], "Words": ["ferry"], "ExceptWords": ["sport"],
              "Classes": ["headline"], "MinSignificance": 50, "MinWords": 3, "MaxWords": 300, "MaxPerHour": 7,
              "Quiet": { "From": "22:00", "Until": "07:00", "Zone": "Europe/Berlin" } }
            """);

        Assert.Equal([ArticleEventKind.Changed, ArticleEventKind.Merged], filter.Kinds);
        Assert.Equal(["example.org"], filter.Sites);
        Assert.Equal(["ferry"], filter.Words);
        Assert.Equal(["sport"], filter.ExceptWords);
        Assert.Equal([ChangeClass.Headline], filter.Classes);
        Assert.Equal((50, 3, 300, 7), (filter.MinSignificance, filter.MinWords, filter.MaxWords, filter.MaxPerHour));
        Assert.Equal(
            new QuietHours
            {
                From = new TimeOnly(22, 0),
                Until = new TimeOnly(7, 0),
                Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            },
            filter.Quiet);
    }

    [Fact]
    public void What_is_secret_is_never_shown()
    {
        Assert.Equal(
            "desk (Slack, example.org)",
            new WebhookOptions
            {
                Name = "desk",
                Url = new Uri("https://example.org/T0/secret"),
                Shape = WebhookShape.Slack,
            }.ToString());
        Assert.DoesNotContain(
            "secret",
            new MailOptions { Name = "m", Server = "e.org", From = "a@e.org", To = ["b@e.org"], Password = "secret" }
                .ToString(),
            StringComparison.Ordinal);
    }

    private static NotificationFilter Read(string json)
    {
        List<string> faults = [];
        NotificationFilter filter = FilterSettings.Read(new Settings.SettingsSection(
            Microsoft.Extensions.Configuration.JsonConfigurationExtensions.AddJsonStream(
                new Microsoft.Extensions.Configuration.ConfigurationBuilder(),
                new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{ "Channel": { "Filter": {{json}} } }""")))
                .Build().GetSection("Channel"),
            faults));
        Assert.Empty(faults);
        return filter;
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}

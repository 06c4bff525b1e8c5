using System.Text.RegularExpressions;
using NewsDiff.TestSupport;
using NewsDiff.Tool.Configuration;

namespace NewsDiff.Tool.Tests;

/// <summary>Settings from a file, the environment and options.</summary>
public sealed partial class ConfigTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_nearest_file_above_then_the_environment_then_options_win()
    {
        Write(
            """
            // Comments are allowed.
            { "NewsDiff": {
                "Contact": "https://example.org/file",
                "Interval": "00:05:00",
                "Fetch": { "MinGap": "00:00:05", "AllowedPrivateHosts": [ "one.test", "two.test" ] },
                "Store": { "Path": "data/news.db" } } }
            """);
        string below = Directory.CreateDirectory(_folder.File("a/b")).FullName;
        var run = new ToolRun
        {
            Folder = below,
            Variables =
            {
                ["NEWSDIFF_CONTACT"] = "https://example.org/variable",
                ["NewsDiff__Fetch__MinGap"] = "00:00:07",
                ["NEWSDIFF_PORT"] = "tcp://10.0.0.1:80",
                ["NEWSDIFF_SERVICE_HOST"] = "10.0.0.1",
            },
        };

        Dictionary<string, (string? Value, string? Origin)> held = await ReadAsync(
            run, "--gap", "9s", "--allow-private", "three.test");

        string file = _folder.File("newsdiff.json");
        Assert.Equal(("https://example.org/variable", "NEWSDIFF_CONTACT"), held["NewsDiff:Contact"]);
        Assert.Equal(("00:05:00", file), held["NewsDiff:Interval"]);
        Assert.Equal(("00:00:09", "--gap"), held["NewsDiff:Fetch:MinGap"]);
        Assert.Equal(("three.test", "--allow-private"), held["NewsDiff:Fetch:AllowedPrivateHosts:0"]);
        Assert.DoesNotContain("NewsDiff:Fetch:AllowedPrivateHosts:1", held.Keys);
        Assert.Equal((_folder.File("data/news.db"), file), held["NewsDiff:Store:Path"]);
        Assert.Equal(("4", "default"), held["NewsDiff:MaxConcurrency"]);
    }

    [Fact]
    public async Task Names_are_shown_as_the_library_spells_them()
    {
        var run = new ToolRun
        {
            Folder = _folder.File(""),
            Variables =
            {
                ["NEWSDIFF_FETCH__ALLOWEDPRIVATEHOSTS__0"] = "one.test",
                ["NEWSDIFF_NOTIFICATIONS__WEBHOOKS__0__NAME"] = "chat",
                ["NEWSDIFF_NOTIFICATIONS__WEBHOOKS__0__URL"] = "https://example.org/hook",
            },
        };

        Assert.Superset(
            new HashSet<string>
            {
                "NewsDiff:Fetch:AllowedPrivateHosts:0",
                "NewsDiff:Notifications:Webhooks:0:Name",
                "NewsDiff:Notifications:Webhooks:0:Url",
            },
            (await ReadAsync(run)).Keys.ToHashSet());
    }

    [Theory]
    [InlineData("""{ "NewsDiff": { "Fetch": { "MinGapp": "00:00:05" } } }""", "Did you mean MinGap?")]
    [InlineData("""{ "NewsDiff": { "Fetsh": { "MinGap": "00:00:05" } } }""", "Did you mean Fetch?")]
    [InlineData("""{ "NewsDif": { "Contact": "https://example.org" } }""", "Did you mean NewsDiff?")]
    [InlineData("""{ "NewsDiff": { "Notifications": { "Webhook": [] } } }""", "Did you mean Webhooks?")]
    [InlineData("""{ "NewsDiff": { "Store": { "Pth": "a.db" } } }""", "Did you mean Path?")]
    [InlineData(
        """{ "NewsDiff": { "Fetch": { "MinGap": 5 } } }""",
        "NewsDiff:Fetch:MinGap is '5', but must be a duration such as 00:30:00")]
    [InlineData("""{ "NewsDiff": { "MaxConcurrency": "many" } }""", "must be a whole number")]
    [InlineData(
        """{ "NewsDiff": { "Interval": "00:00:00" } }""", "NewsDiff:Interval is unusable: Use 1 second to 1 day.")]
    [InlineData("""{ "NewsDiff": { "Rules": "no.json" } }""", "NewsDiff:Rules names a file that cannot be used")]
    [InlineData("""{ "NewsDiff": { "Feeds": [ "ftp://example.org" ] } }""", "is not an absolute http or https address")]
    [InlineData("""{ "NewsDiff": { "Contact": "a@example.org", "Fetch": { "Contact": "b" } } }""", "is set twice")]
    [InlineData("{ \"NewsDiff\": {\n  \"Contact\": oops } }", "newsdiff.json, line 2: this is not JSON")]
    [InlineData("""{ "NewsDiff": { "Contact": "a", "contact": "b" } }""", "duplicate key")]
    [InlineData("""{"NewsDiff":{"Contact":"\ud800"}}""", "newsdiff.json: ")]
    public async Task A_wrong_file_is_refused_with_its_name_the_key_and_what_was_meant(string json, string expected)
    {
        Write(json);

        ToolResult result = await new ToolRun { Folder = _folder.File("") }.WithAsync("config");

        Assert.StartsWith("newsdiff config: newsdiff.json", result.Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_wrong_variable_and_a_wrong_option_are_named()
    {
        var run = new ToolRun { Folder = _folder.File(""), Variables = { ["NEWSDIFF_CONTCT"] = "a@example.org" } };

        ToolResult result = await run.WithAsync("config");
        Assert.Contains("NEWSDIFF_CONTCT: NewsDiff:CONTCT is not a setting. Did you mean Contact?", result.Exits(2).Error,
            StringComparison.Ordinal);

        result = await new ToolRun { Folder = _folder.File("") }.WithAsync("config", "--allow-private", "http://a b/");
        Assert.Contains("--allow-private: NewsDiff:Fetch:AllowedPrivateHosts", result.Exits(2).Error,
            StringComparison.Ordinal);

        result = await new ToolRun { Folder = _folder.File("") }.WithAsync("config", "--config", "none.json");
        Assert.Contains("there is no settings file 'none.json'", result.Exits(2).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config")]
    [InlineData("config", "--json")]
    public async Task Secrets_are_never_shown(params string[] args)
    {
        Write(
            """
            { "NewsDiff": {
                "Fetch": { "SiteHeaders": [ { "Host": "example.org", "Name": "Authorization", "Value": "hush-1" } ] },
                "Store": { "ConnectionString": "Host=db;Database=news;Password=hush-2" },
                "Notifications": {
                  "Webhooks": [ { "Name": "chat", "Url": "https://example.org/hush-3", "Secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" } ],
                  "Mail": [ { "Name": "desk", "Server": "smtp.example.org", "User": "u", "Password": "hush-5",
                    "From": "a@example.org", "To": [ "b@example.org" ] } ],
                  "Mastodon": [ { "Name": "bot", "Server": "https://mastodon.example", "Token": "hush-6" } ],
                  "Bluesky": [ { "Name": "sky", "Handle": "diffs.example.org", "Password": "hush-7" } ] } } }
            """);

        ToolResult result = await new ToolRun { Folder = _folder.File("") }.WithAsync(args);

        Assert.Contains("NewsDiff:Notifications:Mastodon:0:Token", result.Exits(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", result.Output + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_secret_that_a_reader_reads_is_one_that_is_not_shown()
    {
        string[] secrets =
        [
            .. from file in SourceTree.ReadBelow("src", "*.cs")
               from match in SecretRead().Matches(file.Text)
               select match.Groups[1].Value,
        ];

        Assert.Contains("Password", secrets);
        Assert.All(secrets, name => Assert.True(ConfigKeys.IsSecret($"NewsDiff:{name}"), name));
    }

    [Fact]
    public async Task A_command_that_needs_no_settings_does_not_read_them()
    {
        Write("{");
        File.WriteAllText(_folder.File("a.txt"), "a");

        ToolResult result = await new ToolRun { Folder = _folder.File("") }.WithAsync(
            "diff", _folder.File("a.txt"), _folder.File("a.txt"));

        result.Exits(0);
    }

    [Fact]
    public async Task Half_a_channel_stops_only_what_notifies_and_is_named_with_its_source()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        var run = new ToolRun
        {
            Folder = _folder.File(""),
            Variables = { ["NEWSDIFF_NOTIFICATIONS__WEBHOOKS__0__URL"] = "https://example.org/hook" },
        };

        ToolResult list = await run.WithAsync("list", "--db", followed.Database);
        ToolResult check = await run.WithAsync(["check", "--all", .. followed.Web]);

        Assert.Contains("Bridge closed", list.Exits(0).Output, StringComparison.Ordinal);
        check.Exits(0);
        foreach (string command in (string[])["config", "watch"])
        {
            Assert.StartsWith(
                $"newsdiff {command}: NEWSDIFF_NOTIFICATIONS__WEBHOOKS__0__URL: "
                    + "NewsDiff:Notifications:Webhooks:0:Name is missing",
                (await run.WithAsync(command, "--db", followed.Database)).Exits(2).Error,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task On_a_narrow_terminal_settings_are_told_apart_by_their_ends()
    {
        Write(
            """
            { "NewsDiff": { "Notifications": { "Webhooks": [
                { "Name": "chat", "Url": "https://example.org/hook", "Filter": { "MinSignificance": 40 } } ] } } }
            """);

        ToolResult result = await new ToolRun { Folder = _folder.File(""), IsTerminal = true, Width = 60 }
            .WithAsync("config");

        Assert.Matches(@"\n…\S*:Filter:MinSignificance  40 ", result.Exits(0).Output);
        Assert.Matches(@"\n…\S*:Webhooks:0:Name +chat ", result.Output);
    }

    [Fact]
    public async Task Check_works_with_the_database_the_feeds_the_hosts_and_the_rules_of_the_file()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        File.WriteAllText(_folder.File("rules.json"), """{ "127.0.0.1": { "title": ".own-title" } }""");
        followed.Site.MapText(
            "/library", NewsPages.Article("Library to stay open longer").Replace(
                "</h1>", "</h1><p class=\"own-title\">The rule's title</p>", StringComparison.Ordinal));
        Write(
            $$"""
            { "NewsDiff": {
                "Feeds": [ "{{followed.Feed}}" ],
                "Rules": "rules.json",
                "Fetch": { "MinGap": "00:00:00.001", "AllowedPrivateHosts": [ "{{followed.Site.BaseUrl.Authority}}" ] },
                "Store": { "Path": "news.db" } } }
            """);
        var run = new ToolRun { Folder = _folder.File("") };

        ToolResult check = (await run.WithAsync("check")).Exits(0);
        Assert.Contains(
            $"Following the feed {followed.Feed} from the settings.", check.Error, StringComparison.Ordinal);
        ToolResult list = (await run.WithAsync("list")).Exits(0);
        Assert.Contains("The rule's title", list.Output, StringComparison.Ordinal);
        Assert.Contains("Bridge closed for a week", list.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("news.db")));
        ToolResult again = (await run.WithAsync("check", "--all")).Exits(0);
        Assert.DoesNotContain("Following", again.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\.Secret\(\s*""(\w+)""")]
    private static partial Regex SecretRead();

    private void Write(string json) => File.WriteAllText(_folder.File("newsdiff.json"), json);

    private static async Task<Dictionary<string, (string? Value, string? Origin)>> ReadAsync(
        ToolRun run, params string[] options)
    {
        ToolResult result = await run.WithAsync(["config", "--json", .. options]);
        return result.Exits(0).JsonLines().ToDictionary(
            line => line.GetProperty("key").GetString()!,
            line => (line.GetProperty("value").GetString(), line.GetProperty("origin").GetString()));
    }
}

namespace NewsDiff.Tool.Tests;

/// <summary>A typed password is neither repeated nor stored, and never becomes a file name.</summary>
public sealed class SecretTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Server=127.0.0.1;Port=1;Timeout=1;Password=s3cret")]
    [InlineData("Host = 127.0.0.1;Port=1;Timeout=1;Password=s3cret")]
    [InlineData("password=s3cret;host=127.0.0.1;port=1;timeout=1")]
    [InlineData("User ID=me;PWD='s3cret;x';Host=127.0.0.1;Port=1;Timeout=1")]
    [InlineData("PSW=s3cret;UserName=me;Server=127.0.0.1;Port=1;Timeout=1")]
    [InlineData(" ;SSL Mode=Disable;Host=127.0.0.1;Port=1;Timeout=1;Password=s3cret")]
    [InlineData("postgres://me:s3cret@127.0.0.1:1/news?Timeout=1")]
    [InlineData(" POSTGRESQL://me:s3cret@127.0.0.1:1/news?Timeout=1")]
    public async Task Every_form_that_npgsql_reads_is_known(string database)
    {
        ToolResult result = await ToolRun.RunAsync("list", "--db", database);

        Assert.Contains("the PostgreSQL database 127.0.0.1/", result.Exits(2).Error, StringComparison.Ordinal);
        AssertUntold(result);
    }

    [Theory]
    [InlineData("jdbc:postgresql://me:s3cret@host/news")]
    [InlineData("mysql://me:s3cret@host/news")]
    [InlineData("sqlserver:host;password=s3cret")]
    [InlineData("Data Source=news.db;Password=s3cret")]
    [InlineData("Data Source=s3cret.db")]
    [InlineData("Initial Catalog=news;Key=s3cret")]
    [InlineData("host=127.0.0.1 password=s3cret")]
    [InlineData("user=me password=s3cret")]
    [InlineData("news.db;Password=s3cret")]
    [InlineData("/tmp/news.db?password=s3cret")]
    [InlineData("Host=127.0.0.1;Password='s3cret")]
    [InlineData("Host=127.0.0.1;Password=a;s3cret=b")]
    [InlineData("Host=127.0.0.1;Port=s3cret")]
    [InlineData("postgres://me:s3/cret@host/news")]
    [InlineData("postgres://me:12/s3cret@host/news")]
    [InlineData("postgres://me:s3cret@host:port/news")]
    [InlineData("postgres:me:s3cret@host")]
    [InlineData("me:s3cret@host/news")]
    [InlineData("me:s3cret@host")]
    [InlineData("psql postgresql://me:s3cret@host/news")]
    [InlineData("'Password'=s3cret")]
    [InlineData("host: 127.0.0.1 password: s3cret")]
    public async Task What_cannot_be_a_database_is_refused(string database)
    {
        foreach (string[] command in new string[][]
        {
            ["list"], ["import", ListOfFeeds()], ["watch"], ["list", "--debug"],
        })
        {
            ToolResult result = await ToolRun.RunAsync([.. command, "--db", database]);

            Assert.Contains("--db", result.Exits(2).Error, StringComparison.Ordinal);
            AssertUntold(result);
        }

        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries("."), path => path.Contains("s3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Server=tcp:127.0.0.1;Password=s3cret")]
    [InlineData("Host=127.0.0.1;Password=s3cret;Multiplexing=true;Pooling=false")]
    [InlineData("Host=127.0.0.1;Password=s3cret;Minimum Pool Size=5;Maximum Pool Size=2")]
    public async Task What_npgsql_refuses_only_when_it_connects_is_reported_in_a_sentence(string database)
    {
        ToolResult result = await ToolRun.RunAsync("list", "--db", database);

        Assert.Contains("cannot be used: ", result.Exits(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", result.Error, StringComparison.Ordinal);
        AssertUntold(result);
    }

    [Theory]
    [InlineData("news=old.db")]
    [InlineData("news of today.db")]
    [InlineData("Host.db")]
    [InlineData("./Host=news.db")]
    [InlineData("a=b/Host=news.db")]
    [InlineData("news;old.db")]
    [InlineData("news@noon.db")]
    public async Task The_name_of_a_file_stays_one(string name)
    {
        string path = Path.Combine(_folder.File(""), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        (await ToolRun.RunAsync("import", ListOfFeeds(), "--db", path)).Exits(0);

        Assert.True(File.Exists(path));
        Assert.Contains(
            "there is no database",
            (await ToolRun.RunAsync(
                "list", "--db", "missing-" + name.Replace("./", "", StringComparison.Ordinal))).Exits(2).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("fetch")]
    [InlineData("feeds")]
    [InlineData("url", "--explain")]
    [InlineData("robots")]
    [InlineData("extract")]
    [InlineData("history")]
    [InlineData("rules", "rules.json", "page.html", "--url")]
    [InlineData("show")]
    [InlineData("remove")]
    [InlineData("feed", "--site")]
    [InlineData("feed", "--article")]
    [InlineData("list")]
    [InlineData("diff", "-")]
    public async Task An_address_with_a_password_is_refused_and_not_repeated(params string[] command)
    {
        (await ToolRun.RunAsync("import", ListOfFeeds(), "--db", _folder.File("news.db"))).Exits(0);
        string[] store = command[0] is "show" or "remove" or "feed" or "add" or "history"
            ? ["--db", _folder.File("news.db")]
            : [];
        if (command[0] == "rules")
        {
            await File.WriteAllTextAsync(
                _folder.File("rules.json"),
                """[{ "host": "news.example", "body": "p" }]""",
                TestContext.Current.CancellationToken);
            command = [command[0], _folder.File("rules.json"), .. command[2..]];
        }

        foreach (string address in new[]
        {
            "https://me:s3cret@news.example/feed", "ftp://me:s3cret@news.example/", "https://me:s3cret@news example/",
            "https:/me:s3cret@news.example",
        })
        {
            ToolResult result = await ToolRun.RunAsync([.. command, address, .. store]);

            AssertUntold(result.Exits(2));
        }
    }

    [Fact]
    public async Task A_list_of_feeds_is_read_without_those_that_hold_a_password()
    {
        string list = _folder.Write(
            "feeds.opml",
            """
            <opml><body><outline xmlUrl="https://me:s3cret@news.example/feed"/><outline text="https://me:s3cret@x.example/" xmlUrl="https://me:s3cret@x.example/"/>
            <outline text="https://me:s3cret@open.example/" xmlUrl="https://open.example/feed"/></body></opml>
            """);

        ToolResult result = await ToolRun.RunAsync("import", list, "--db", _folder.File("news.db"));
        ToolResult again = await ToolRun.RunAsync("import", list, "--db", _folder.File("news.db"), "--json");
        ToolResult feeds = await ToolRun.RunAsync("list", "--feeds", "--json", "--db", _folder.File("news.db"));

        Assert.Contains("1 added, 0 followed already, 2 refused.", result.Exits(0).Error, StringComparison.Ordinal);
        Assert.Contains(
            "Refused https://news.example/feed: The address has a user name or password",
            result.Output,
            StringComparison.Ordinal);
        AssertUntold(result);
        AssertUntold(again);
        AssertUntold(feeds);
        Assert.Equal("https://open.example/feed", Assert.Single(feeds.JsonLines()).GetProperty("url").GetString());
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertUntold(ToolResult result)
    {
        Assert.DoesNotContain("s3", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3", result.Error, StringComparison.Ordinal);
    }

    private string ListOfFeeds() =>
        _folder.Write("list.opml", """<opml><body><outline xmlUrl="https://open.example/feed"/></body></opml>""");
}

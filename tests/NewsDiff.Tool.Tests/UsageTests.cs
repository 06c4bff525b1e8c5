namespace NewsDiff.Tool.Tests;

public sealed class UsageTests
{
    public static TheoryData<string> Commands =>
    [
        "demo", "diff", "extract", "rules", "feeds", "url", "fetch", "robots", "add", "import", "remove", "check",
        "watch", "replay", "history", "list",
        "show", "search", "feed", "export", "serve", "site", "log", "status", "config", "completion", "hide", "prune",
        "verify", "backup", "restore",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_help_of_every_command_has_examples_and_exit_codes(string command)
    {
        ToolResult help = await ToolRun.RunAsync(command, "--help");

        Assert.Contains($"Examples:\n  newsdiff {command}", help.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:\n  0", help.Output, StringComparison.Ordinal);
        Assert.Empty(help.Error);
    }

    [Fact]
    public async Task The_help_lists_every_command()
    {
        ToolResult help = await ToolRun.RunAsync("--help");

        Assert.All(
            Commands,
            command => Assert.Contains($"\n  {command.Data} ", help.Exits(0).Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_a_number() =>
        Assert.Matches(@"^\d+\.\d+\.\d+", (await ToolRun.RunAsync("--version")).Exits(0).Output);

    [Theory]
    [InlineData("diff", "only-one.txt")]
    [InlineData("dif")]
    [InlineData("list", "--no-such-option")]
    [InlineData("diff", "a", "b", "--format", "pdf")]
    [InlineData("watch", "--interval", "soon")]
    [InlineData("show", "3f2a", "--versions", "one")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("serve", "--port", "http")]
    [InlineData("feed", "--limit", "many")]
    [InlineData("feed", "--limit", "0")]
    [InlineData("export", "--opml", "--changes")]
    [InlineData("export", "--opml", "--article", "3f2a")]
    [InlineData("replay", "run.warc", "--pages", "--follow", "https://example.org/feed.xml")]
    [InlineData("robots", "https://example.org/", "--agent", "")]
    [InlineData("search", "--build", "--read-only")]
    [InlineData("diff", "", "b")]
    [InlineData("site", "")]
    [InlineData("backup", "")]
    [InlineData("rules", "import", "")]
    [InlineData("list", "--contact", "https://example.org/bot")]
    public async Task Wrong_usage_is_reported_in_a_line_and_exits_with_2(params string[] args)
    {
        ToolResult result = await ToolRun.RunAsync(args);

        Assert.StartsWith("newsdiff", result.Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("--help'", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(100_000, false)]
    public async Task A_message_that_repeats_an_argument_stays_short_and_ends_with_the_reason(int length, bool isWhole)
    {
        string argument = new('a', length);

        ToolResult result = await ToolRun.RunAsync("diff", argument, "b", "--format", argument + "!");

        Assert.Equal(isWhole, result.Exits(2).Error.Contains(argument, StringComparison.Ordinal));
        Assert.Contains("is not one of ansi, html", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.Error.Length, 0, 2_000);
    }

    [Fact]
    public async Task Colour_is_used_on_a_terminal_only()
    {
        Assert.Contains('\e', await DiffAsync(new ToolRun { IsTerminal = true, Input = "new" }));
        Assert.DoesNotContain('\e', await DiffAsync(new ToolRun { Input = "new" }));
    }

    [Fact]
    public async Task Colour_can_be_forbidden()
    {
        var run = new ToolRun { IsTerminal = true, Input = "new", Variables = { ["NO_COLOR"] = "1" } };

        Assert.DoesNotContain('\e', await DiffAsync(run));
        Assert.DoesNotContain('\e', await DiffAsync(new ToolRun { IsTerminal = true, Input = "new" }, "--no-color"));
        Assert.DoesNotContain(
            '\e', await DiffAsync(new ToolRun { IsTerminal = true, Input = "new" }, "--color", "never"));
    }

    [Fact]
    public async Task Colour_can_be_asked_for_whatever_the_environment_says()
    {
        var run = new ToolRun { Input = "new", Variables = { ["NO_COLOR"] = "1" } };

        Assert.Contains('\e', await DiffAsync(run, "--color", "always"));
    }

    [Fact]
    public async Task An_unexpected_fault_is_one_line_and_debug_shows_the_rest()
    {
        static Stream Broken() => throw new InvalidOperationException("Something nobody thought of.");
        using var error = new StringWriter();
        var host = new ToolHost { Output = TextWriter.Null, Error = error, OpenInput = Broken };

        Assert.Equal(2, await Application.RunAsync(["extract", "-"], host, TestContext.Current.CancellationToken));
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
        Assert.Contains("run with --debug", error.ToString(), StringComparison.Ordinal);

        await Application.RunAsync(["extract", "-", "--debug"], host, TestContext.Current.CancellationToken);
        Assert.Contains("   at ", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> DiffAsync(ToolRun run, params string[] options)
    {
        string old = Path.GetTempFileName();
        await File.WriteAllTextAsync(old, "old", TestContext.Current.CancellationToken);
        ToolResult result = await run.WithAsync(["diff", old, "-", .. options]);
        File.Delete(old);
        return result.Exits(1).Output;
    }
}

using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Tests;

/// <summary>What the tool writes fits the terminal.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. UsageTests.Commands.Select(command => command.Data), ""];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_help_of_every_command_fits_80_columns(string command)
    {
        ToolResult help = await HelpAsync(command, 80);

        Assert.All(help.Output.Split('\n'), line => Assert.True(Columns.WidthOf(line.TrimEnd()) <= 80, line));
    }

    [Fact]
    public async Task The_help_uses_the_columns_of_a_wider_terminal()
    {
        int widest = (await HelpAsync("diff", 140)).Output.Split('\n').Max(line => Columns.WidthOf(line.TrimEnd()));

        Assert.InRange(widest, 110, 140);
    }

    [Theory]
    [InlineData("rules", " rules <FILE> <PAGE> [command] [options]")]
    [InlineData("rules import", " rules import <SOURCE> [options]")]
    public async Task The_usage_shows_only_the_arguments_of_its_own_command(string command, string usage) =>
        Assert.Contains($"{usage}\n", (await HelpAsync(command, 80)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_long_example_is_one_that_a_shell_reads_as_a_whole()
    {
        string help = (await HelpAsync("add", 80)).Output;
        int start = help.IndexOf("newsdiff add https://example.org/feed.xml --include", StringComparison.Ordinal);
        string example = help[start..help.IndexOf("\n  newsdiff", start, StringComparison.Ordinal)];

        Assert.Contains(" \\\n", example, StringComparison.Ordinal);
        ToolResult words = await ToolChild.ShellAsync($"newsdiff() {{ printf '%s\\n' \"$@\"; }}\n{example}");
        Assert.Equal(
            "add\nhttps://example.org/feed.xml\n--include\nurl:/politics/\n--exclude\ntitle:^Live\n--exclude\n"
            + "category:sport\n",
            words.Output);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public async Task The_tables_fit_the_terminal_also_with_wide_characters(int width)
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        string title = string.Concat(Enumerable.Repeat("図書館は夜遅くまで開いている", 8));
        followed.Site.MapText("/library", NewsPages.Article(title));
        string[] filter = ["--include", "url:/a-long-path-that-nothing-has/|library"];
        (await followed.RunAsync(["add", followed.Feed, .. filter])).Exits(0);
        (await followed.RunAsync("check")).Exits(0);
        var run = new ToolRun { IsTerminal = true, Width = width };

        ToolResult articles = await run.WithAsync("list", "--no-color", "--db", followed.Database);
        ToolResult feeds = await run.WithAsync("list", "--feeds", "--no-color", "--db", followed.Database);
        ToolResult config = await run.WithAsync("config", "--db", new string('d', 200) + ".db");

        string[] lines = [.. articles.Output.Split('\n'), .. feeds.Output.Split('\n'), .. config.Output.Split('\n')];
        Assert.All(lines, line => Assert.True(Columns.WidthOf(line) <= width, line));
        Assert.Contains("図書館", articles.Output, StringComparison.Ordinal);
        Assert.Contains('…', articles.Output);
        Assert.Contains(title, (await followed.ReadAsync("list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no command 'dif'. Did you mean 'diff'?", "dif")]
    [InlineData("there is no command 'wacth'. Did you mean 'watch'?", "wacth", "--diff")]
    [InlineData("there is no command 'frobnicate'.\n", "frobnicate")]
    [InlineData("there is no option '--sorce'. Did you mean '--source'?", "list", "--sorce", "bbc")]
    [InlineData("there is no option '--no-colour'. Did you mean '--no-color'?", "list", "--no-colour")]
    [InlineData("'c.txt' is one argument too many.", "diff", "a.txt", "b.txt", "c.txt")]
    [InlineData("there is no command 'help'. Did you mean '--help'?", "help")]
    [InlineData("there is no command 'version'. Did you mean '--version'?", "version")]
    [InlineData("there is no option '-v'. Did you mean '--version'?", "-v")]
    [InlineData("there is no option '-v'. Did you mean '--verbose'?", "watch", "-v")]
    [InlineData("there is no option '-y'.\n", "watch", "-y")]
    [InlineData(
        "--db stands before the command that has it; it must follow: newsdiff list --db …", "--db", "a", "list")]
    [InlineData(
        "'htm' is not one of ansi, html, inline-html, json, unified, markdown. Did you mean 'html'?",
        "diff", "a", "b", "--format", "htm")]
    [InlineData("'tcsh' is not one of bash, zsh, fish, pwsh.\n", "completion", "tcsh")]
    public async Task A_mistyped_word_is_answered_with_what_was_meant(string expected, params string[] args)
    {
        ToolResult result = await ToolRun.RunAsync(args);

        Assert.Contains(expected, result.Exits(2).Error, StringComparison.Ordinal);
        Assert.Equal(2, result.Error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task The_tool_without_a_command_shows_the_help()
    {
        ToolResult alone = await ToolRun.RunAsync();

        Assert.Equal((await ToolRun.RunAsync("--help")).Exits(0).Output, alone.Exits(0).Output);
        Assert.Empty(alone.Error);
    }

    private static Task<ToolResult> HelpAsync(string command, int columns)
    {
        var run = new ToolRun
        {
            Variables = { ["COLUMNS"] = columns.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        };
        return run.WithAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
    }
}

using System.Text.RegularExpressions;

namespace NewsDiff.Tool.Tests;

/// <summary>No command passes strangers' text to the terminal unescaped.</summary>
public sealed partial class PrintableOutputTests
{
    public static TheoryData<string[]> Commands =>
    [
        new(["check", "--all", "--diff"]),
        new(["check", "--all", "--json"]),
        new(["list"]),
        new(["list", "--json"]),
        new(["list", "--feeds"]),
        new(["list", "--feeds", "--json"]),
        new(["list", "--source", HostileWorld.Evil]),
        new(["show", "{story}"]),
        new(["show", "{story}", "--versions", "1"]),
        new(["show", "{story}", "--versions", "1", "--json"]),
        new(["show", "{story}", "--json"]),
        new(["show", "{story}", "--format", "html"]),
        new(["show", "{story}", "--format", "inline-html"]),
        new(["show", "{story}", "--format", "unified"]),
        new(["show", "{story}", "--format", "markdown"]),
        new(["show", HostileWorld.Evil]),
        new(["feed"]),
        new(["feed", "--format", "rss"]),
        new(["feed", "--format", "json"]),
        new(["export"]),
        new(["export", "--changes"]),
        new(["export", "--opml"]),
        new(["add", "{away}"]),
        new(["add", "{story}"]),
        new(["add", "{coding}", "--json"]),
        new(["add", "{type}"]),
        new(["add", "{feed}", "--include", "title:(" + HostileWorld.Evil]),
        new(["import", "{list}"]),
        new(["import", "{list}", "--json"]),
        new(["import", "{text}"]),
        new(["remove", HostileWorld.Evil]),
        new(["fetch", "--explain", "{coding}"]),
        new(["fetch", "--explain", "{type}"]),
        new(["fetch", "--explain", "{etag}"]),
        new(["fetch", "--explain", "{away}"]),
        new(["fetch", "--json", "{coding}"]),
        new(["fetch", "--json", "{type}"]),
        new(["fetch", "--json", "{etag}"]),
        new(["fetch", "--json", "{away}"]),
        new(["robots", "{story}"]),
        new(["robots", "{story}", "--agent", "Bot" + HostileWorld.Evil, "--json"]),
        new(["url", "--explain", "--fetch", "{story}"]),
        new(["url", "--explain", "https://example.org/?a=" + HostileWorld.Evil]),
        new(["url", HostileWorld.Evil]),
        new(["feeds", "{feed}"]),
        new(["feeds", "{feed}", "--json"]),
        new(["feeds", "{feedfile}"]),
        new(["feeds", "{missing}"]),
        new(["extract", "{page}"]),
        new(["extract", "{page}", "--json"]),
        new(["extract", "{coding}"]),
        new(["extract", "{type}"]),
        new(["extract", "{missing}"]),
        new(["rules", "{rules}", "{page}", "--url", "https://example.org/"]),
        new(["rules", "{wrong}", "{page}", "--url", "https://example.org/"]),
        new(["diff", "{text}", "{other}"]),
        new(["diff", "{text}", "{other}", "--json"]),
        new(["diff", "{text}", "{missing}"]),
        new(["replay", "{missing}"]),
        new(["history", "{coding}", "--archive", "{coding}"]),
        new(["list", "--db", "{missing}"]),
        new(["serve", "--db", "{missing}"]),
        new(["serve", "--port", HostileWorld.Evil]),
        new(["list", HostileWorld.Evil]),
        new(["diff", "a", "b", "--format", HostileWorld.Evil]),
        new(["extract", "{missing}", "--debug"]),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Nothing_that_a_command_writes_can_move_the_cursor_or_reorder_the_line(string[] command)
    {
        await using HostileWorld world = await HostileWorld.StartAsync();

        ToolResult result = await world.RunAsync([.. command, "--color", "never"]);

        AssertPrintable(result.Output + result.Error);
        Assert.NotEmpty(result.Output + result.Error);
    }

    [Theory]
    [InlineData("check", "--all", "--diff")]
    [InlineData("list")]
    [InlineData("list", "--feeds")]
    [InlineData("show", "{story}")]
    public async Task Colours_are_the_only_sequences_that_a_coloured_line_holds(params string[] command)
    {
        await using HostileWorld world = await HostileWorld.StartAsync();

        ToolResult result = await world.RunAsync([.. command, "--color", "always"]);

        AssertPrintable(Colours().Replace(result.Output + result.Error, ""));
        Assert.DoesNotContain("\e[31mm", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headline_is_one_line_and_keeps_every_letter_of_its_script()
    {
        string page = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            page, NewsPages.Article("می\u200Cخواهم 👩\u200D🚀 नमस्ते"), TestContext.Current.CancellationToken);

        ToolResult extract = await ToolRun.RunAsync("extract", page);

        File.Delete(page);
        Assert.StartsWith("می\u200Cخواهم 👩\u200D🚀 नमस्ते\n", extract.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_can_be_put_into_a_page_and_says_the_same()
    {
        await using HostileWorld world = await HostileWorld.StartAsync();

        ToolResult list = await world.RunAsync("list", "--json");

        Assert.DoesNotContain('<', list.Output);
        Assert.Contains(list.JsonLines(), line => line.GetProperty("source").GetString() == HostileWorld.Evil);
    }

    private static void AssertPrintable(string text)
    {
        char[] unfit = [.. text.Where(static c => (char.IsControl(c) && c is not ('\n' or '\t'))
            || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u206F'))];
        Assert.True(unfit.Length == 0, $"U+{(unfit.Length > 0 ? (int)unfit[0] : 0):X4} in:\n{text}");
    }

    [GeneratedRegex("\e\\[[0-9]+(;[0-9]+)?m")]
    private static partial Regex Colours();
}

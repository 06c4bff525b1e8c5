using System.Text.Json;
using NewsDiff.TestSupport;

namespace NewsDiff.Tool.Tests;

/// <summary><c>diff --jsonl</c> and <c>analyze --jsonl</c>: many pairs through stdin and stdout.</summary>
public sealed class LinesCommandTests
{
    [Fact]
    public async Task Each_pair_gives_a_line_with_its_edits()
    {
        ToolResult result = await RunAsync(
            "diff", """{"id":"quay","old":"It sank.\n\nAll live.","new":"It sank today.\n\nAll live."}""");

        JsonElement line = Assert.Single(result.Exits(0).JsonLines());
        JsonElement row = Assert.Single(line.GetProperty("rows").EnumerateArray());
        Assert.Equal("quay", line.GetProperty("id").GetString());
        Assert.Equal("modified", row.GetProperty("kind").GetString());
        JsonElement edit = Assert.Single(row.GetProperty("edits").EnumerateArray());
        Assert.Equal(" today", edit.GetProperty("text").GetString());
        Assert.Contains("1 pairs", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_versions_gives_a_line_for_each_change()
    {
        ToolResult result = await RunAsync(
            "diff",
            """
            {"id":"a","versions":[{"title":"One","paragraphs":["x"]},{"title":"Two","paragraphs":[{"text":"x"}]},"x\n\ny"]}
            """);

        Assert.Equal(
            [(1, 2), (2, 3)],
            result.Exits(0).JsonLines().Select(line =>
                (line.GetProperty("from").GetInt32(), line.GetProperty("to").GetInt32())));
        Assert.Equal(-1, result.JsonLines()[0].GetProperty("rows")[0].GetProperty("row").GetInt32());
    }

    [Fact]
    public async Task A_pair_gives_the_same_whatever_versions_came_before()
    {
        object[] paragraphs =
        [
            "One sank.", "Two sailed on.", "Three жук.", "Four.", new { text = "One sank." }, new { text = "Six." },
        ];
        var random = new Random(20261128);
        for (int round = 0; round < 20; round++)
        {
            object[] versions =
            [
                .. Enumerable.Range(0, 4).Select(_ => new { paragraphs = random.GetItems(paragraphs, random.Next(9)) }),
            ];

            string line = JsonSerializer.Serialize(new { versions });
            JsonElement[] together = [.. (await RunAsync("diff", line)).JsonLines()];

            Assert.Equal(3, together.Length);
            for (int i = 1; i < versions.Length; i++)
            {
                string pair = JsonSerializer.Serialize(new { old = versions[i - 1], @new = versions[i] });
                JsonElement alone = Assert.Single((await RunAsync("diff", pair)).JsonLines());
                Assert.Equal(RowsOf(alone), RowsOf(together[i - 1]));
            }
        }
    }

    [Fact]
    public async Task The_order_is_kept_and_a_broken_line_stops_nothing()
    {
        IEnumerable<string> lines = Enumerable.Range(0, 500).Select(number => number == 250
            ? "{broken"
            : $$"""{"id":"{{number}}","old":"{{new string('x', number % 7)}} a","new":"b"}""");

        ToolResult result = await RunAsync("diff", string.Join('\n', lines));

        Assert.Equal(
            Enumerable.Range(0, 500).Select(number => number == 250 ? "251" : number.ToString(null, null)),
            result.Exits(3).JsonLines().Select(line => line.TryGetProperty("error", out _)
                ? line.GetProperty("line").GetRawText()
                : line.GetProperty("id").GetString()));
        Assert.Contains("1 lines could not be read", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"a","old":"A storm \ud83c","new":"A storm"}""", "\ufffd")]
    [InlineData("""{"id":"a","old":"A storm \ud83c\udf2a","new":"A storm"}""", "\ud83c\udf2a")]
    [InlineData("""{"id":"a","\ud800":1,"old":"A storm \\ud83c","new":"A storm"}""", "\\ud83c")]
    public async Task A_text_that_was_cut_inside_of_an_emoji_is_compared(string line, string deleted)
    {
        ToolResult result = await RunAsync("diff", line);

        JsonElement row = result.Exits(0).JsonLines()[0].GetProperty("rows")[0];
        Assert.Contains(deleted, row.GetProperty("edits")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("7")]
    [InlineData("""{"old":1,"new":"a"}""")]
    [InlineData("""{"old":{"paragraphs":[null]},"new":"a"}""")]
    [InlineData("""{"versions":"a"}""")]
    public async Task A_line_of_another_shape_is_told(string line)
    {
        ToolResult result = await RunAsync("diff", line);

        Assert.Equal(1, Assert.Single(result.Exits(3).JsonLines()).GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Analyze_says_what_kind_of_change_it_is()
    {
        ToolResult result = await RunAsync(
            "analyze",
            """{"id":"a","language":"en","old":"The bill is £14.","new":"The bill is £140. Nobody paid it yet."}""");

        JsonElement line = Assert.Single(result.Exits(0).JsonLines());
        Assert.Contains(
            "Number",
            line.GetProperty("classes").EnumerateArray().Select(label => label.GetProperty("class").GetString()));
        Assert.Equal(1, line.GetProperty("sentences").GetProperty("added").GetInt32());
        Assert.True(line.GetProperty("significance").GetInt32() >= 50);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Parts_of_a_file_give_together_what_the_whole_file_gives(int parts)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("articles.jsonl", string.Concat(Enumerable.Range(0, 211).Select(number =>
            number % 50 == 7 ? "{broken\n"
            : number % 50 == 8 ? "\r\n\n"
            : number % 50 == 9 ? "{broken\r{too}\n"
            : $$"""{"old":"{{new string('x', number % 37)}} a","new":"{{number}} {{new string('ж', number % 11)}}"}""" + "\r\n"))
            + """{"old":"a","new":"b"}""");
        string lines = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        string whole = (await RunAsync("analyze", lines)).Exits(3).Output;

        string together = "";
        for (int part = 1; part <= parts; part++)
        {
            together += (await ToolRun.RunAsync(
                "analyze", "--jsonl", "--input", file, "--part", FormattableString.Invariant($"{part}/{parts}")))
                .Output;
        }

        Assert.Equal(whole, together);
    }

    [Fact]
    public async Task The_job_array_of_the_guide_gives_what_one_process_gives()
    {
        using var folder = new TemporaryFolder();
        string guide = await File.ReadAllTextAsync(
            Path.Combine(SourceTree.Root, "docs", "guide", "research.md"), TestContext.Current.CancellationToken);
        int begin = guide.IndexOf("#!/bin/sh", StringComparison.Ordinal);
        string script = guide[begin..guide.IndexOf("```", begin, StringComparison.Ordinal)];
        string lines = string.Concat(Enumerable.Range(0, 101).Select(number => number % 25 == 3
            ? "{broken\n"
            : $$"""{"old":"{{new string('x', number % 37)}} a","new":"{{number}} b"}""" + "\n"));
        folder.Write("articles.jsonl", lines);
        folder.Write("analyze.sh", script.Replace("newsdiff analyze", "$TOOL analyze", StringComparison.Ordinal));

        // The third task was killed before, and left a part of its result.
        folder.Write("part-00003.jsonl.tmp", "{\"id\":");
        ToolResult[] tasks = await Task.WhenAll(Enumerable.Range(1, 4).Select(task => ToolChild.ShellAsync(
            "cd \"$1\" && . ./analyze.sh",
            [("SLURM_ARRAY_TASK_ID", FormattableString.Invariant($"{task}")), ("SLURM_ARRAY_TASK_COUNT", "4")],
            [folder.File("")])));

        Assert.All(tasks, task => task.Exits(0));
        Assert.Equal(
            (await RunAsync("analyze", lines)).Output,
            string.Concat(Enumerable.Range(1, 4).Select(
                task => File.ReadAllText(folder.File(FormattableString.Invariant($"part-0000{task}.jsonl"))))));
    }

    [Theory]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("-1/4")]
    [InlineData("1")]
    [InlineData("1/1000000")]
    public async Task What_is_no_part_is_refused(string part)
    {
        ToolResult result = await ToolRun.RunAsync("analyze", "--jsonl", "--input", "x.jsonl", "--part", part);

        Assert.Contains($"'{part}' is not a part such as 3/8.", result.Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stdin_has_no_parts() =>
        Assert.Contains(
            "--part needs --input",
            (await ToolRun.RunAsync("diff", "--jsonl", "--part", "1/4")).Exits(2).Error,
            StringComparison.Ordinal);

    [Fact]
    public async Task Files_and_lines_are_not_mixed()
    {
        (await ToolRun.RunAsync("diff", "one.txt", "two.txt", "--jsonl")).Exits(2);
        (await ToolRun.RunAsync("diff", "one.txt")).Exits(2);
        (await ToolRun.RunAsync("diff")).Exits(2);
        (await ToolRun.RunAsync("analyze")).Exits(2);
    }

    private static string RowsOf(JsonElement line) => line.GetProperty("rows").GetRawText();

    private static Task<ToolResult> RunAsync(string command, string input) =>
        new ToolRun { Input = input }.WithAsync(command, "--jsonl");
}

namespace NewsDiff.Tool.Tests;

public sealed class DemoFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_demo_replaces_what_it_wrote_before_and_nothing_else()
    {
        string output = _folder.File("demo");
        (await ToolRun.RunAsync("demo", "--output", output)).Exits(0);
        await File.WriteAllTextAsync(Path.Combine(output, "notes.txt"), "Mine", TestContext.Current.CancellationToken);

        (await ToolRun.RunAsync("demo", "--output", output)).Exits(0);

        Assert.Equal(8, Directory.GetDirectories(Path.Combine(output, "articles")).Length);
        Assert.Equal(
            8,
            (await ToolRun.RunAsync("list", "--json", "--db", Path.Combine(output, "newsdiff.db"))).JsonLines().Count);
        Assert.True(File.Exists(Path.Combine(output, "notes.txt")));
    }

    [Fact]
    public async Task The_demo_does_not_write_into_a_folder_of_other_files()
    {
        string letter = _folder.Write("letter.txt", "Dear reader");
        string folder = Path.GetDirectoryName(letter)!;

        ToolResult demo = await ToolRun.RunAsync("demo", "--output", folder);

        Assert.Contains("has files that are not the demo", demo.Exits(2).Error, StringComparison.Ordinal);
        Assert.Equal([letter], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Events_can_be_json_lines()
    {
        ToolResult demo = (await ToolRun.RunAsync("demo", "--output", _folder.File("demo"), "--json")).Exits(0);

        Assert.Equal(12, demo.JsonLines().Count(line => line.GetProperty("event").GetString() == "changed"));
    }

    public void Dispose() => _folder.Dispose();
}

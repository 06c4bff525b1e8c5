namespace NewsDiff.Tool.Tests;

/// <summary>Files that cannot be read: one clear sentence, exit code 2, never a stack trace.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_missing_file_is_reported()
    {
        await AssertTroubleAsync("there is no file", "diff", _folder.File("missing.txt"), "-");
        await AssertTroubleAsync("there is no file", "extract", _folder.File("no-folder/missing.html"));
    }

    [Fact]
    public async Task A_web_address_in_place_of_a_file_is_refused_with_advice()
    {
        await AssertTroubleAsync("pipe it in", "diff", "https://example.org/story", "-");
        await AssertTroubleAsync("begin it with https://", "extract", "example.org/story");
    }

    [Fact]
    public Task A_folder_is_refused() => AssertTroubleAsync("is a folder", "diff", Path.GetTempPath(), "-");

    [Fact]
    public async Task A_binary_file_is_refused()
    {
        string path = _folder.File("picture.png");
        await File.WriteAllBytesAsync(
            path, [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1], TestContext.Current.CancellationToken);

        await AssertTroubleAsync("is a binary file", "diff", path, "-");
        await AssertTroubleAsync("is a binary file", "extract", path);
    }

    [Fact]
    public async Task Text_in_utf_16_is_not_binary()
    {
        string before = _folder.File("before.txt");
        string after = _folder.File("after.txt");
        await File.WriteAllTextAsync(
            before, "Über 300 Leser.", System.Text.Encoding.Unicode, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            after, "Über 300 Leser.", System.Text.Encoding.UTF8, TestContext.Current.CancellationToken);

        (await ToolRun.RunAsync("diff", before, after)).Exits(0);
    }

    [Fact]
    public Task An_empty_file_is_refused() =>
        AssertTroubleAsync("is empty", "extract", _folder.Write("empty.html", ""));

    [Fact]
    public async Task A_page_without_text_is_reported()
    {
        string path = _folder.Write(
            "empty.html", "<!DOCTYPE html><html><head><title></title></head><body></body></html>");

        await AssertTroubleAsync("no article was found", "extract", path);
        await AssertTroubleAsync("no article was found", "diff", path, "-");
    }

    [Fact]
    public Task Plain_text_is_refused_as_a_page() =>
        AssertTroubleAsync("is not an HTML page", "extract", _folder.Write("note.txt", "Just a note."));

    public void Dispose() => _folder.Dispose();

    private static async Task AssertTroubleAsync(string message, params string[] args)
    {
        ToolResult result = await ToolRun.RunAsync(args);

        Assert.Contains(message, result.Exits(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }
}

namespace NewsDiff.Tool.Tests;

/// <summary>One run of the demo, for all tests that only look at what it left.</summary>
public sealed class DemoRunFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The folder it wrote to.</summary>
    public string Folder => _folder.File("demo");

    /// <summary>What it said.</summary>
    public ToolResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Result = await ToolRun.RunAsync("demo", "--output", Folder);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads a file that it wrote.</summary>
    public Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Archives;

namespace NewsDiff.Hosting.Tests;

/// <summary>A host that means to record does record, or does not start.</summary>
public sealed class UnusedArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_host_does_not_start_when_nothing_records_to_its_archive()
    {
        Exception refusal = await ConfiguredHost.RefusalAsync(
            ConfiguredHost.Configuration(),
            services => services.AddNewsDiff().AddSingleton<IPageArchive>(_ => Archive()));

        Assert.Contains("Register it with AddPageArchive", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_starts_with_an_archive_that_is_recorded_to_or_only_read()
    {
        using IHost recording = ConfiguredHost.Build(
            ConfiguredHost.Configuration(), services => services.AddNewsDiff().AddPageArchive(_ => Archive()));
        using IHost reading = ConfiguredHost.Build(
            ConfiguredHost.Configuration(), services => services.AddNewsDiff().AddSingleton(_ => Archive()));

        await recording.StartAsync(Stop);
        await reading.StartAsync(Stop);
        await recording.StopAsync(Stop);
        await reading.StopAsync(Stop);
    }

    private FolderArchive Archive() => new(_folder.File("pages"));
}

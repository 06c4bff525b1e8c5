using NewsDiff.Archives.Warc;

namespace NewsDiff.Archives.Tests;

public sealed class PageArchiveTests : IDisposable
{
    private static readonly Uri Story = new("https://news.example/story");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.warc.gz")]
    [InlineData("a.warc")]
    [InlineData("pages")]
    public async Task What_is_kept_is_found_again_also_by_the_next_process(string name)
    {
        string path = _folder.File(name);
        for (int hour = 0; hour < 3; hour++)
        {
            await using IPageArchive archive = await PageArchives.AppendAsync(path, Stop);
            await archive.KeepAsync(Captures.Page(Story, hour, $"Hour {hour}"), Stop);
        }

        await using IPageArchive opened = PageArchives.OpenRead(path);
        List<CaptureEntry> entries = await opened.ReadEntriesAsync(Stop).ToListAsync(Stop);
        Assert.Equal(
            Enumerable.Range(0, 3).Select(hour => Captures.Start.AddHours(hour)),
            entries.Select(entry => entry.CapturedAt));
        foreach ((int hour, CaptureEntry entry) in entries.Index())
        {
            Capture expected = Captures.Page(Story, hour, $"Hour {hour}");
            Capture? found = await opened.FindAsync(entry, Stop);
            Assert.Equal((200, true), (entry.StatusCode, entry.IsPage));
            Assert.Equal(expected.Url, found?.Url);
            Assert.Equal(expected.Headers, found!.Headers);
            Assert.Equal(expected.Body.ToArray(), found.Body.ToArray());
        }
    }

    [Theory]
    [InlineData("a.warc.gz")]
    [InlineData("a.warc")]
    public async Task Captures_are_found_in_any_order_and_by_many_at_once(string name)
    {
        string path = _folder.File(name);
        await using (IPageArchive archive = await PageArchives.AppendAsync(path, Stop))
        {
            for (int hour = 0; hour < 100; hour++)
            {
                await archive.KeepAsync(PageOf(hour), Stop);
            }
        }

        await using IPageArchive opened = PageArchives.OpenRead(path);
        List<CaptureEntry> entries = await opened.ReadEntriesAsync(Stop).ToListAsync(Stop);
        var random = new Random(1);
        int[] order =
        [
            .. Enumerable.Range(0, 100), .. Enumerable.Range(0, 100).Reverse(),
            .. Enumerable.Range(0, 300).Select(_ => random.Next(100)),
        ];
        await Parallel.ForEachAsync(order, Stop, async (hour, stop) =>
            Assert.Equal(PageOf(hour).Body.ToArray(), (await opened.FindAsync(entries[hour], stop))?.Body.ToArray()));

        static Capture PageOf(int hour)
        {
            byte[] noise = new byte[1000 * hour];
            new Random(hour).NextBytes(noise);
            return Captures.Page(Story, hour, "Noise") with { Body = noise };
        }
    }

    [Theory]
    [InlineData("a.warc.gz")]
    [InlineData("pages")]
    public async Task Equal_content_is_kept_once_also_by_the_next_process(string name)
    {
        string path = _folder.File(name);
        byte[] noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        for (int hour = 0; hour < 5; hour++)
        {
            await using IPageArchive archive = await PageArchives.AppendAsync(path, Stop);
            await archive.KeepAsync(Captures.Page(Story, hour, "Same") with { Body = noise }, Stop);
            await archive.KeepAsync(Captures.Page(new Uri(Story, "/copy"), hour, "Same") with { Body = noise }, Stop);
        }

        long size = File.Exists(path)
            ? new FileInfo(path).Length
            : new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Assert.InRange(size, noise.Length, noise.Length + 20_000);
        await using IPageArchive opened = PageArchives.OpenRead(path);
        List<CaptureEntry> entries = await opened.ReadEntriesAsync(Stop).ToListAsync(Stop);
        Assert.Equal(10, entries.Count);
        foreach (CaptureEntry entry in entries)
        {
            Assert.Equal(noise, (await opened.FindAsync(entry, Stop))!.Body.ToArray());
        }
    }

    [Fact]
    public async Task A_folder_takes_captures_of_many_writers_at_once()
    {
        string path = _folder.File("pages");
        FolderArchive[] writers = [.. Enumerable.Range(0, 4).Select(
            _ => new FolderArchive(path, new ManualTimeProvider()))];

        await Task.WhenAll(writers.Select((archive, writer) => Task.Run(
            async () =>
            {
                for (int i = 0; i < 25; i++)
                {
                    // Half of the pages are the same for all, and written at the same time.
                    await archive.KeepAsync(
                        Captures.Page(Story, i, i % 2 == 0 ? $"Common {i}" : $"Writer {writer} {i}"), Stop);
                }
            },
            Stop)));
        foreach (FolderArchive archive in writers)
        {
            await archive.DisposeAsync();
        }

        await using var opened = new FolderArchive(path);
        List<CaptureEntry> entries = await opened.ReadEntriesAsync(Stop).ToListAsync(Stop);
        Assert.Equal(100, entries.Count);
        foreach (CaptureEntry entry in entries)
        {
            Assert.NotNull(await opened.FindAsync(entry, Stop));
        }

        Assert.Equal(
            13 + (4 * 12),
            Directory.EnumerateFiles(Path.Combine(path, "pages"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task A_torn_line_and_a_damaged_page_cost_only_themselves()
    {
        string path = _folder.File("pages");
        await using (var archive = new FolderArchive(path))
        {
            await archive.KeepAsync(Captures.Page(Story, 1, "One"), Stop);
            await archive.KeepAsync(Captures.Page(Story, 2, "Two"), Stop);
        }

        string list = Directory.EnumerateFiles(Path.Combine(path, "captures")).Single();
        await File.AppendAllTextAsync(list, "{\"url\":\"https://news.ex", Stop);
        string damaged = Directory.EnumerateFiles(
            Path.Combine(path, "pages"),
            PageHash.Compute(Captures.Page(Story, 1, "One").Body.Span) + ".gz",
            SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(damaged, "not gzip", Stop);

        await using var opened = new FolderArchive(path);
        List<CaptureEntry> entries = await opened.ReadEntriesAsync(Stop).ToListAsync(Stop);
        Assert.Equal(2, entries.Count);
        Assert.Null(await opened.FindAsync(entries[0], Stop));
        Assert.NotNull(await opened.FindAsync(entries[1], Stop));
        Assert.Null(await opened.FindAsync(entries[1] with { Key = "../../etc/passwd|0" }, Stop));
    }

    [Fact]
    public async Task A_second_process_cannot_append_to_the_same_file()
    {
        string path = _folder.File("a.warc");
        await using WarcArchive first = await WarcArchive.AppendAsync(path, Stop);

        await Assert.ThrowsAsync<IOException>(() => WarcArchive.AppendAsync(path, Stop));
    }
}

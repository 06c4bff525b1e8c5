using NewsDiff.Archives.Mementos;
using NewsDiff.Archives.Warc;
using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Archives.Tests.Robustness;

/// <summary>Any archive from strangers is read within bounds.</summary>
public sealed class HostileArchiveTests
{
    public static TheoryData<string> TimeMaps =>
        [.. HostileInputs.Of(HostileKind.TimeMap).Select(input => input.ToString())];

    public static TheoryData<string> Warcs => [.. HostileInputs.Of(HostileKind.Warc).Select(input => input.ToString())];

    [Theory]
    [MemberData(nameof(TimeMaps))]
    public async Task A_hostile_list_of_captures_throws_nothing_and_allocates_little(string description)
    {
        byte[] content = HostileInputs.Named(description).Make();

        await BoundedReading.VerifyAsync(() =>
        {
            _ = TimeMapReader.Read(content, new Uri("https://example.org/news/story"));
            return Task.CompletedTask;
        });
    }

    [Theory]
    [MemberData(nameof(Warcs))]
    public async Task A_hostile_WARC_file_throws_nothing_and_allocates_little(string description)
    {
        byte[] content = HostileInputs.Named(description).Make();

        await BoundedReading.VerifyAsync(() => ReadWarcAsync(content));
    }

    private static async Task ReadWarcAsync(byte[] content)
    {
        await using var reader =
            new WarcReader(new MemoryStream(content), new WarcReaderOptions { CheckDigests = true });
        while (await reader.ReadAsync() is { } record)
        {
            _ = await record.ReadBlockAsync(100_000);
        }
    }
}

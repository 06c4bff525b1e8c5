using NewsDiff.Archives.Warc;
using NewsDiff.TestSupport;

namespace NewsDiff.Archives.Tests;

/// <summary>Options out of range are refused when they are set, with their name.</summary>
public sealed class OptionRangeTests : IDisposable
{
    private static readonly OptionRanges Ranges = new(typeof(IPageArchive).Assembly);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Options => Ranges.Settings;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Options))]
    public Task A_value_is_either_worked_with_or_refused_by_its_name(string typeName, string propertyName) =>
        Ranges.TryAsync(typeName, propertyName, UseAsync);

    [Fact]
    public void A_value_below_zero_is_refused() => Ranges.RefuseNegatives();

    private async Task UseAsync(object options)
    {
        switch (options)
        {
            case WarcReaderOptions warc:
                byte[] record = [.. "WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"u8];
                await using (var reader = new WarcReader(new MemoryStream(record), warc))
                {
                    Assert.Equal(WarcRecordType.WarcInfo, (await reader.ReadAsync(Stop))?.Type);
                }

                break;
            case ReplayOptions replay:
                await using (var archive = new FolderArchive(_folder.File("archive")))
                {
                    await archive.KeepAsync(Captures.Page(new Uri("https://news.example/a"), 1, "One"), Stop);
                    using ReplayFetcher fetcher = await ReplayFetcher.OpenAsync(archive, replay, Stop);
                    Assert.NotEmpty(fetcher.Captures);
                }

                break;
            default:
                Assert.Fail($"{options.GetType().Name} is not tried here.");
                break;
        }
    }
}

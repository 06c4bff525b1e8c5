using NewsDiff.Archives.Mementos;
using NewsDiff.Archives.Warc;
using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Archives.Tests.Robustness;

/// <summary>
/// A connection may break off anywhere: every beginning of an archive is read, and none is taken for the whole.
/// </summary>
public sealed class TruncatedArchiveTests
{
    private static readonly Uri Page = new("https://example.org/news/story");

    public static TheoryData<string> Documents => [.. TruncatedDocuments.All.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task No_reader_throws_at_any_beginning_of_any_document(string name)
    {
        foreach (byte[] start in TruncatedDocuments.BeginningsOf(name))
        {
            Exception? fault = await Record.ExceptionAsync(async () =>
            {
                _ = TimeMapReader.Read(start, Page);
                _ = await ReadAsync(start);
            });

            Assert.True(fault is null, $"{start.Length} bytes: {fault}");
        }
    }

    [Theory]
    [InlineData("warc")]
    [InlineData("packed warc")]
    public async Task An_archive_that_breaks_off_reports_a_problem_or_holds_no_record(string name)
    {
        foreach (byte[] start in TruncatedDocuments.BeginningsOf(name).Where(start => start.Length > 0))
        {
            (byte[]? block, long problems) = await ReadAsync(start);

            Assert.True(problems > 0 || block is null or { Length: 24 }, $"{start.Length} bytes seem whole.");
        }
    }

    private static async Task<(byte[]? FirstBlock, long Problems)> ReadAsync(byte[] content)
    {
        await using var reader = new WarcReader(new MemoryStream(content));
        byte[]? block = null;
        while (await reader.ReadAsync(Stop) is { } record)
        {
            block ??= await record.ReadBlockAsync(1_000, Stop);
        }

        return (block, reader.ProblemCount);
    }
}

using System.Text;
using NewsDiff.Archives.Warc;

namespace NewsDiff.Archives.Tests.Warc;

public sealed class WarcRoundTripTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_written_reads_back_equal(bool isCompressed)
    {
        byte[] file = await WarcFile.WriteAsync(12, new WarcWriterOptions { IsCompressed = isCompressed });

        (var records, IReadOnlyList<WarcProblem> problems) = await WarcFile.ReadAsync(
            file, new WarcReaderOptions { CheckDigests = true });

        Assert.Empty(problems);
        Assert.Equal(12, records.Count);
        Assert.All(records.Index(), item =>
        {
            (int i, (WarcRecord record, string block)) = item;
            WarcRecordDraft draft = WarcFile.Page(i + 1, WarcFile.Body(i + 1));
            Assert.Equal("1.1", record.Version);
            Assert.Equal(WarcRecordType.Response, record.Type);
            Assert.Equal(draft.TargetUri, record.TargetUri);
            Assert.Equal(draft.Date, record.Date);
            Assert.Equal("application/http;msgtype=response", record.ContentType);
            Assert.Equal(Encoding.UTF8.GetString(draft.Block.Span), block);
        });
    }

    [Fact]
    public async Task Every_record_is_found_again_at_its_reported_place()
    {
        byte[] file = await WarcFile.WriteAsync(12);
        (var records, _) = await WarcFile.ReadAsync(file);

        foreach ((WarcRecord record, string block) in records)
        {
            Assert.Equal(0, record.Location.Skip);
            (var tail, _) = await WarcFile.ReadAsync(file[(int)record.Location.Offset..]);
            Assert.Equal(record.RecordId, tail[0].Record.RecordId);
            Assert.Equal(block, tail[0].Block);
        }
    }

    [Fact]
    public async Task The_same_run_gives_the_same_file_and_each_record_an_id_of_its_own()
    {
        byte[] first = await WarcFile.WriteAsync(3);
        byte[] second = await WarcFile.WriteAsync(3);
        (var other, _) = await WarcFile.ReadAsync(
            await WarcFile.WriteAsync(3, new WarcWriterOptions { IdSeed = "other" }));
        (var records, _) = await WarcFile.ReadAsync(first);

        Assert.Equal(first, second);
        Assert.Equal(6, records.Concat(other).Select(item => item.Record.RecordId).Distinct().Count());
        Assert.All(records, item => Assert.StartsWith("urn:uuid:", item.Record.RecordId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(WarcDigestAlgorithm.Sha1, "sha1:HJJM46AJKDKNS2LZFISVTTKRTV7ORRZH")]
    [InlineData(WarcDigestAlgorithm.Sha256, "sha256:ZW2O4KXKNHGGVAZTDO7JNXBMVKNCTHJBGKPPWAZW7QBKQLQYHGUA")]
    public async Task Digests_are_named_in_base_32(WarcDigestAlgorithm algorithm, string expected)
    {
        var file = new MemoryStream();
        await using (var writer = new WarcWriter(file, new WarcWriterOptions { Digest = algorithm }))
        {
            await writer.WriteAsync(
                new WarcRecordDraft { Type = WarcRecordType.Resource, Date = WarcFile.Date, Block = "."u8.ToArray() },
                Stop);
        }

        (var records, _) = await WarcFile.ReadAsync(file.ToArray());
        Assert.Equal(expected, records.Single().Record.Find("WARC-Block-Digest"));
    }

    [Fact]
    public async Task A_record_without_a_date_gets_the_clocks()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 11, 22, 8, 30, 0, TimeSpan.FromHours(1)));
        var file = new MemoryStream();
        await using (var writer = new WarcWriter(file, timeProvider: clock))
        {
            await writer.WriteAsync(
                new WarcRecordDraft { Type = WarcRecordType.WarcInfo, Block = "software: test\r\n"u8.ToArray() }, Stop);
        }

        (var records, _) = await WarcFile.ReadAsync(file.ToArray());
        Assert.Equal("2026-11-22T07:30:00Z", records.Single().Record.Find("WARC-Date"));
    }

    [Fact]
    public async Task A_field_cannot_smuggle_in_another()
    {
        await using var writer = new WarcWriter(new MemoryStream());
        WarcRecordDraft draft =
            WarcFile.Page(1, "x") with { Fields = [new WarcField("WARC-Filename", "a\r\nWARC-Type: request")] };

        await Assert.ThrowsAsync<ArgumentException>(async () => await writer.WriteAsync(draft, Stop));
    }
}

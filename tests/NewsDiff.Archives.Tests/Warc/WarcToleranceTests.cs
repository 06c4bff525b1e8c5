using System.Text;
using NewsDiff.Archives.Warc;

namespace NewsDiff.Archives.Tests.Warc;

/// <summary>Files as other programs, crashes and bad disks leave them.</summary>
public sealed class WarcToleranceTests
{
    [Fact]
    public async Task Version_1_0_with_bare_line_ends_and_without_digests_is_read()
    {
        (var records, IReadOnlyList<WarcProblem> problems) = await WarcFile.ReadAsync(Encoding.UTF8.GetBytes(
            "WARC/1.0\nwarc-type: response\nWARC-Target-URI: <http://a.example/>\nWARC-Date: 2014-01-02T03:04:05Z\n"
            + "WARC-Record-ID: <urn:uuid:1>\nX-Long: one\n two\nContent-Length: 5\n\nhello\n\n"
            + "WARC/1.0\nWARC-Type: metadata\nContent-Length: 0\n\n\n\n"),
            new WarcReaderOptions { CheckDigests = true });

        Assert.Empty(problems);
        Assert.Equal(["hello", ""], records.Select(item => item.Block));
        WarcRecord first = records[0].Record;
        Assert.Equal(new Uri("http://a.example/"), first.TargetUri);
        Assert.Equal(new DateTimeOffset(2014, 1, 2, 3, 4, 5, TimeSpan.Zero), first.Date);
        Assert.Equal("one two", first.Find("x-long"));
    }

    [Fact]
    public async Task A_file_packed_whole_and_one_cut_at_odd_places_read_like_one_packed_record_by_record()
    {
        byte[] plain = await WarcFile.WriteAsync(8, new WarcWriterOptions { IsCompressed = false });
        byte[] whole = WarcFile.Gzip(plain);
        byte[] cut = [.. plain.Chunk(777).SelectMany(WarcFile.Gzip)];

        (var expected, _) = await WarcFile.ReadAsync(plain);
        foreach (byte[] file in (byte[][])[whole, cut])
        {
            (var records, IReadOnlyList<WarcProblem> problems) = await WarcFile.ReadAsync(file);
            Assert.Empty(problems);
            Assert.Equal(expected.Select(item => item.Block), records.Select(item => item.Block));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_before_a_file_breaks_off_is_lost(bool isCompressed)
    {
        byte[] file = await WarcFile.WriteAsync(3, new WarcWriterOptions { IsCompressed = isCompressed });
        (var whole, _) = await WarcFile.ReadAsync(file);
        int last = (int)whole[2].Record.Location.Offset;

        for (int length = last + 1; length < file.Length - (isCompressed ? 0 : 4); length += 7)
        {
            (var records, IReadOnlyList<WarcProblem> problems) = await WarcFile.ReadAsync(file[..length]);

            Assert.Equal(whole.Take(2).Select(item => item.Block), records.Take(2).Select(item => item.Block));
            Assert.True(
                problems.Any(problem => problem.Kind is WarcProblemKind.Truncated or WarcProblemKind.Garbage),
                $"not noted at {length}");
        }
    }

    [Fact]
    public async Task What_was_appended_after_a_crash_is_found()
    {
        byte[] file = await WarcFile.WriteAsync(3);
        (var whole, _) = await WarcFile.ReadAsync(file);
        byte[] torn = file[..((int)whole[2].Record.Location.Offset + 60)];

        (var records, IReadOnlyList<WarcProblem> problems) = await WarcFile.ReadAsync([.. torn, .. file]);

        Assert.Equal(
            [1, 2, 1, 2, 3],
            records.Where(item => item.Block.EndsWith("</p>\n", StringComparison.Ordinal)).Select(NumberOf));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public async Task A_damaged_record_costs_only_itself()
    {
        byte[] file = await WarcFile.WriteAsync(5);
        (var whole, _) = await WarcFile.ReadAsync(file);
        file[(int)((whole[2].Record.Location.Offset + whole[3].Record.Location.Offset) / 2)] ^= 0x55;

        (var records, IReadOnlyList<WarcProblem> problems) = await WarcFile.ReadAsync(
            file, new WarcReaderOptions { CheckDigests = true });

        Assert.Empty(
            whole.Where((_, i) => i != 2).Select(item => item.Block).Except(records.Select(item => item.Block)));
        Assert.Contains(problems, problem => problem.Kind is WarcProblemKind.Damaged or WarcProblemKind.DigestMismatch);
    }

    [Fact]
    public async Task Garbage_between_records_is_passed_over_and_noted()
    {
        byte[] file = await WarcFile.WriteAsync(2, new WarcWriterOptions { IsCompressed = false });
        (var whole, _) = await WarcFile.ReadAsync(file);
        int second = (int)whole[1].Record.Location.Offset;

        (var records, IReadOnlyList<WarcProblem> problems) =
            await WarcFile.ReadAsync([.. file[..second], .. "what is this\nWARC\n"u8, .. file[second..]]);

        Assert.Equal(whole.Select(item => item.Block), records.Select(item => item.Block));
        Assert.Equal(WarcProblemKind.Garbage, Assert.Single(problems).Kind);
    }

    [Fact]
    public async Task A_wrong_digest_is_noted()
    {
        byte[] file = await WarcFile.WriteAsync(2, new WarcWriterOptions { IsCompressed = false });
        string text = Encoding.UTF8.GetString(file).Replace(
            "Line 0 of page 1", "Line 0 of page 7", StringComparison.Ordinal);

        (_, IReadOnlyList<WarcProblem> problems) =
            await WarcFile.ReadAsync(Encoding.UTF8.GetBytes(text), new WarcReaderOptions { CheckDigests = true });

        Assert.Equal(WarcProblemKind.DigestMismatch, Assert.Single(problems).Kind);
    }

    [Theory]
    [InlineData("Content-Length: 99999999999999999999", WarcProblemKind.BadLength)]
    [InlineData("Content-Length: -1", WarcProblemKind.BadLength)]
    [InlineData("No-Length: 1", WarcProblemKind.BadLength)]
    [InlineData("Content-Length: 9000000000000000000", WarcProblemKind.Truncated)]
    public async Task A_length_that_cannot_be_is_noted(string field, WarcProblemKind expected)
    {
        (_, IReadOnlyList<WarcProblem> problems) =
            await WarcFile.ReadAsync(Encoding.UTF8.GetBytes(
                $"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Date: 2026-05-03T12:00:00Z\r\n{field}\r\n\r\n"));

        Assert.Equal(expected, Assert.Single(problems).Kind);
    }

    [Fact]
    public async Task A_header_without_end_costs_no_memory_and_is_noted()
    {
        byte[] endless = [.. "WARC/1.1\r\nX: "u8, .. Enumerable.Repeat((byte)'a', 3_000_000), .. "\r\n\r\n"u8];
        byte[] page = await WarcFile.WriteAsync(1, new WarcWriterOptions { IsCompressed = false });

        (var records, IReadOnlyList<WarcProblem> problems) = await WarcFile.ReadAsync([.. endless, .. page]);

        Assert.Equal(WarcProblemKind.HeaderTooLarge, problems[0].Kind);
        Assert.Equal("https://news.example/story-1", Assert.Single(records).Record.TargetUri?.AbsoluteUri);
    }

    [Fact]
    public async Task Damaged_files_never_throw()
    {
        byte[] compressed = await WarcFile.WriteAsync(4);
        byte[] plain = await WarcFile.WriteAsync(4, new WarcWriterOptions { IsCompressed = false });
        var random = new Random(20261122);
        for (int round = 0; round < 3000; round++)
        {
            byte[] file = [.. round % 2 == 0 ? compressed : plain];
            for (int hit = random.Next(1, 12); hit > 0; hit--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            int cut = random.Next(4) == 0 ? random.Next(file.Length) : file.Length;
            (var records, _) = await WarcFile.ReadAsync(file[..cut], new WarcReaderOptions { CheckDigests = true });
            Assert.InRange(records.Count, 0, 8);
        }
    }

    private static int NumberOf((WarcRecord Record, string Block) item) => item.Record.TargetUri!.AbsoluteUri[^1] - '0';
}

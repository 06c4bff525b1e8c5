using System.Text;
using NewsDiff.Tool.Lines;

namespace NewsDiff.Tool.Tests;

/// <summary>Lines are those of a text reader, however the bytes come.</summary>
public sealed class LineReaderTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\r", "\r\n", "\n\n", " ", "\t", "\u00A0", "\u0085", "\u2028", "\uFEFF", "a", "жук", "日本", "👍🏽",
        "{\"old\":1}",
    ];

    [Fact]
    public async Task Lines_are_those_of_a_text_reader()
    {
        var random = new Random(20261128);
        for (int round = 0; round < 600; round++)
        {
            string text = string.Concat(random.GetItems(Pieces, random.Next(0, 200)));

            await AssertSameAsync(Encoding.UTF8.GetBytes(text), random);
        }
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(131_072)]
    [InlineData(131_073)]
    [InlineData(500_000)]
    public async Task Lines_longer_than_a_buffer_are_whole(int length)
    {
        string text = $"a\r\n{new string('x', length)}\r\nb\n\n{new string('ж', length)}\r{new string('y', length)}\r";

        await AssertSameAsync(Encoding.UTF8.GetBytes(text), new Random(length));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public async Task A_mark_tells_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"old\":\"жук\"}\r\n{\"old\":\"日本\"}\n")];

        await AssertSameAsync(bytes, new Random(1));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_stay_in_their_line()
    {
        byte[] bytes = [.. "{\"old\":\"a"u8, 0xFF, 0xC3, .. "\"}\nb\n"u8, 0xE6, 0x97, (byte)'\n', .. "c"u8];

        await AssertSameAsync(bytes, new Random(1));
    }

    [Fact]
    public async Task Lines_stay_as_they_were_while_more_are_read()
    {
        string[] all = [.. Enumerable.Range(0, 50_000).Select(number => $"line {number}")];
        var bytes = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', all)));
        LineReader reader = await LineReader.OpenAsync(new LineSource(bytes), TestContext.Current.CancellationToken);
        List<LineBatch> batches = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } batch)
        {
            batches.Add(batch);
        }

        Assert.True(batches.Count > 3);
        Assert.Equal(
            all,
            batches.SelectMany(batch => batch.Lines).Select(line => Encoding.UTF8.GetString(line.Text.Span)));
        batches.ForEach(batch => batch.Release());
    }

    private static async Task AssertSameAsync(byte[] bytes, Random random)
    {
        List<(long, string)> expected = [];
        using (var text = new StreamReader(new MemoryStream(bytes)))
        {
            for (long number = 1; text.ReadLine() is { } line; number++)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    expected.Add((number, line));
                }
            }
        }

        List<(long, string)> lines = [];
        var source = new LineSource(new DribblingStream(bytes, random));
        LineReader reader = await LineReader.OpenAsync(source, TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } batch)
        {
            lines.AddRange(batch.Lines.Select(line => (line.Number, Encoding.UTF8.GetString(line.Text.Span))));
            batch.Release();
        }

        Assert.Equal(expected, lines);
    }

    /// <summary>A stream that gives a few bytes, or many, at each read.</summary>
    private sealed class DribblingStream(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        private readonly int _most = random.Next(2) == 0 ? 5 : bytes.Length + 1;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, random.Next(1, _most + 1))], cancellationToken);
    }
}

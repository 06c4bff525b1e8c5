using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Tests;

public sealed class PrintableWriterTests
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData("plain text\twith a tab\nand a line", "plain text\twith a tab\nand a line")]
    [InlineData("\e[31mred", "\\u001B[31mred")]
    [InlineData("back\rover", "back\\u000Dover")]
    [InlineData("line\r\nline", "line\nline")]
    [InlineData("\u009b2J", "\\u009B2J")]
    [InlineData("a\u202Eb\u2069", "a\\u202Eb\\u2069")]
    [InlineData("whole 👩\u200D🚀 \u200E", "whole 👩\u200D🚀 \u200E")]
    public void Every_way_of_writing_is_filtered(string written, string expected)
    {
        Action<TextWriter>[] ways =
        [
            writer => writer.Write(written),
            writer => writer.Write(written.AsSpan()),
            writer => writer.Write(written.ToCharArray()),
            writer => writer.Write("{0}", written),
            writer => writer.WriteAsync(written).GetAwaiter().GetResult(),
            writer => writer.WriteAsync(written.AsMemory()).GetAwaiter().GetResult(),
            writer => writer.Write((object)written),
        ];

        Assert.All(ways, way => Assert.Equal(expected, Written(way)));
        Assert.All(ways, way => Assert.Equal(expected + "\n", Written(writer =>
        {
            way(writer);
            writer.WriteLine();
        })));
    }

    [Fact]
    public void Characters_may_come_one_by_one()
    {
        Assert.Equal("a👩\\u001B\uFFFDb\uFFFD", Written(writer =>
        {
            foreach (char c in "a👩\e\uD83Db\uD83D")
            {
                writer.Write(c);
            }

            writer.Flush();
        }));
    }

    [Fact]
    public void Json_keeps_its_meaning_whatever_it_holds()
    {
        string any = string.Concat(Enumerable.Range(0, 0xD800).Select(code => (char)code)) + "👩";
        string json = Printable.Json(JsonSerializer.Serialize(any, Relaxed));

        Assert.Equal(any, JsonSerializer.Deserialize<string>(json));
        Assert.Equal(json, Written(writer => writer.Write(json)));
        Assert.DoesNotContain('<', json);
    }

    private static string Written(Action<TextWriter> write)
    {
        using var inner = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using PrintableWriter writer = PrintableWriter.Over(inner);
        write(writer);
        return inner.ToString();
    }
}

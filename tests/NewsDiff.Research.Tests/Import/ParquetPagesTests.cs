using NewsDiff.Research.Import;
using Parquet.Meta;

namespace NewsDiff.Research.Tests.Import;

/// <summary>Sizes that the pages of a Parquet file state are checked before they are believed.</summary>
public sealed class ParquetPagesTests : IDisposable
{
    // A data page of 9 bytes, 50 unpacked, with 7 values; its statistics and checksum are skipped.
    private static readonly byte[] Page =
    [
        0x15, 0x00, 0x15, 0x64, 0x15, 0x12, 0x15, 0x06, 0x1C, 0x15, 0x0E, 0x15, 0x00, 0x2C, 0x18, 0x01, 0x61, 0x00,
        0x00, 0x00, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_has_its_sizes()
    {
        using FileStream file = Write(Page);

        Assert.Equal(new PageSizes(true, Page.Length - 9, 9, 50, 7), PageSizes.Read(file, 0, Page.Length));
        Check(file, 7);
    }

    [Theory]
    [InlineData(8, "another number of values")]
    [InlineData(-1, "a group has -1 rows")]
    [InlineData(1_000_001, "a group has 1000001 rows")]
    [InlineData(long.MaxValue, "at most 1000000 are read")]
    public void Rows_are_those_of_the_pages(long rows, string problem)
    {
        using FileStream file = Write(Page);

        Assert.Contains(problem, Refuse(file, rows), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 0x63, "a page states a wrong size")]
    [InlineData(5, 0x14, "a page states a wrong size")]
    [InlineData(5, 0x13, "a page states a wrong size")]
    [InlineData(1, 0x02, "a page is of an unknown kind")]
    [InlineData(0, 0x1D, "damaged")]
    [InlineData(2, 0x18, "damaged")]
    [InlineData(13, 0x2B, "damaged")]
    public void A_damaged_page_is_refused(int place, byte value, string problem)
    {
        byte[] damaged = [.. Page];
        damaged[place] = value;
        using FileStream file = Write(damaged);

        Assert.Contains(problem, Refuse(file, 7), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_gigabytes_that_a_page_states_are_not_unpacked()
    {
        using FileStream file = Write([.. Page[..3], 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, .. Page[4..]]);

        Assert.Contains("a page is larger than is read", Refuse(file, 7), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_in_the_file_is_refused()
    {
        using FileStream file = Write(Page);

        Assert.Contains("outside of the file", Refuse(file, 7, begin: 1), StringComparison.Ordinal);
        Assert.Contains("outside of the file", Refuse(file, 7, begin: -1), StringComparison.Ordinal);
        Assert.Contains("outside of the file", Refuse(file, 7, begin: long.MaxValue), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_that_never_end_are_refused()
    {
        byte[] nested = [.. Enumerable.Repeat((byte)0x1C, 60_000)];
        byte[] list = [0x19, 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01];
        using FileStream file = Write([.. nested, .. list]);

        Assert.Throws<FormatException>(() => PageSizes.Read(file, 0, nested.Length));
        Assert.Throws<FormatException>(() => PageSizes.Read(file, nested.Length, list.Length));
    }

    private static void Check(FileStream file, long rows, long begin = 0) => ParquetPages.Check(
        file,
        rows,
        [
            new ColumnChunk
            {
                MetaData = new ColumnMetaData { DataPageOffset = begin, TotalCompressedSize = file.Length },
            },
        ]);

    private static string Refuse(FileStream file, long rows, long begin = 0) =>
        Assert.Throws<FormatException>(() => Check(file, rows, begin)).Message;

    private FileStream Write(byte[] bytes)
    {
        string path = _folder.File("pages");
        File.WriteAllBytes(path, bytes);
        return File.OpenRead(path);
    }
}

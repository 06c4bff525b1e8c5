using NewsDiff.Research.Export;
using NewsDiff.Research.Import;
using Parquet;
using Parquet.Schema;

namespace NewsDiff.Research.Tests.Import;

/// <summary>Tables that were exported as Parquet are read back, and hostile ones are refused.</summary>
public sealed class ParquetImportTests : IDisposable
{
    private static readonly CorpusExportOptions Parquet = new() { Format = ExportFormat.Parquet };

    private readonly TemporaryFolder _folder = new();
    private readonly ImportRun _run = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Versions_come_back_as_they_were(bool isPartitioned)
    {
        string folder = await ExportAsync(Parquet with { IsPartitioned = isPartitioned });

        List<ImportOutcome> first = await _run.ReadAsync(folder);
        List<ImportOutcome> second = await _run.ReadAsync(folder);

        Assert.All(first, row => Assert.Equal(ImportStatus.Appended, row.Status));
        Assert.All(second, row => Assert.Equal(ImportStatus.Known, row.Status));
        List<ArticleVersion> expected = await CorpusArticles.Read(12).SelectMany(history => history.Versions)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected.Select(Describe).Order(), (await _run.VersionsAsync()).Select(Describe).Order());
        Assert.Equal(12, (await _run.ArticlesAsync()).Count);
        Assert.Equal(
            ["host0.example", "host1.example", "host2.example"],
            (await _run.ArticlesAsync()).Select(article => article.Source).Distinct().Order());
    }

    [Fact]
    public async Task The_name_of_the_source_is_that_of_its_folder()
    {
        string folder = await ExportAsync(Parquet with { IsPartitioned = true, SourceOf = _ => "Town Crier" });

        await _run.ReadAsync(folder);

        Assert.All(await _run.ArticlesAsync(), article => Assert.Equal("Town Crier", article.Source));
    }

    [Fact]
    public async Task A_version_without_text_has_no_sentences()
    {
        ArticleVersion bare = (await CorpusArticles.Read(1).SingleAsync(TestContext.Current.CancellationToken)).First;
        bare = bare with { Article = bare.Article with { Paragraphs = [] } };
        string folder = _folder.File("bare");
        await CorpusExporter.ExportAsync(
            new[] { new ArticleHistory([bare]) }.ToAsyncEnumerable(),
            folder,
            Parquet with { IsPartitioned = true },
            TestContext.Current.CancellationToken);

        ImportOutcome row = Assert.Single(await _run.ReadAsync(folder));

        Assert.Equal(ImportStatus.Appended, row.Status);
        Assert.Empty(row.Row.Article!.Paragraphs);
    }

    [Fact]
    public async Task What_is_missing_is_said()
    {
        string folder = await ExportAsync(Parquet with { IncludesText = false });
        Assert.Contains("exported with --without-text", await RefuseAsync(folder), StringComparison.Ordinal);

        string run = Path.Combine(folder, "run.json");
        string record = await File.ReadAllTextAsync(run, TestContext.Current.CancellationToken);
        void Say(string property, string value, string other) => _folder.Write(
            "corpus/run.json",
            record.Replace($"\"{property}\": {value}", $"\"{property}\": {other}", StringComparison.Ordinal));

        Say("includesText", "false", "true");
        Assert.Contains("its column title was left out", await RefuseAsync(folder), StringComparison.Ordinal);

        Say("schemaVersion", "2", "1");
        Assert.Contains("tables of version 1", await RefuseAsync(folder), StringComparison.Ordinal);

        _folder.Write("corpus/run.json", "[]");
        Assert.Contains("no record of an export", await RefuseAsync(folder), StringComparison.Ordinal);

        File.Delete(run);
        Assert.Contains("was not finished", await RefuseAsync(folder), StringComparison.Ordinal);
        Assert.Contains(
            "name the folder", await RefuseAsync(Path.Combine(folder, "versions.parquet")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentences_that_are_not_those_of_the_versions_are_refused()
    {
        string folder = await ExportAsync(Parquet);
        string other = _folder.File("other");
        await CorpusExporter.ExportAsync(
            CorpusArticles.Read(13).Skip(1), other, Parquet, TestContext.Current.CancellationToken);
        File.Copy(Path.Combine(other, "sentences.parquet"), Path.Combine(folder, "sentences.parquet"), overwrite: true);

        Assert.Contains("in another order than the versions", await RefuseAsync(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("versions.parquet", "")]
    [InlineData("versions.parquet", "PAR1")]
    [InlineData("sentences.parquet", "PAR1\xFF\xFF\xFF\x7FPAR1")]
    [InlineData("sentences.parquet", "PAR1\x04\x00\x00\x00\x00\x00\x00\x00PAR1")]
    public async Task What_is_no_Parquet_is_refused(string file, string content)
    {
        string folder = await ExportAsync(Parquet);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, file),
            System.Text.Encoding.Latin1.GetBytes(content),
            TestContext.Current.CancellationToken);

        Assert.Contains(file, await RefuseAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_of_another_type_are_refused()
    {
        string folder = await ExportAsync(Parquet);
        await WriteAsync(Path.Combine(folder, "sentences.parquet"), new DataField<string>("version"), ["1"]);

        Assert.Contains("lacks the column article_id", await RefuseAsync(folder), StringComparison.Ordinal);

        await WriteAsync(Path.Combine(folder, "sentences.parquet"), new DataField<long>("article_id"), [1]);

        Assert.Contains(
            "the column article_id is not of the type text", await RefuseAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_unpacks_to_more_than_it_states_is_refused()
    {
        string folder = await ExportAsync(Parquet);
        string path = Path.Combine(folder, "sentences.parquet");
        string[] bomb = [.. Enumerable.Repeat(new string('a', 8_000_000), 20)];
        await WriteAsync(path, new DataField<string>("article_id"), bomb, packs: true);

        // The size of the page when unpacked, a number in five bytes, becomes 100.
        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal([0x15, 0x00, 0x15], bytes[4..7]);
        Assert.True(bytes[10] >= 0x80);
        ((byte[])[0xC8, 0x81, 0x80, 0x80, 0x00]).CopyTo(bytes, 7);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        long before = GC.GetTotalAllocatedBytes();

        ParquetTable table = await ParquetTable.OpenAsync(
            path, ExportSchema.Sentences, ["article_id"], TestContext.Current.CancellationToken);
        await using (table)
        {
            CancellationToken stop = TestContext.Current.CancellationToken;
            await Assert.ThrowsAsync<FormatException>(async () => await table.ReadAsync(stop).CountAsync(stop));
        }

        // The parser's own buffers have 64 MB; what was packed has 160.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
    }

    // Any byte of a file may be wrong. None may end in anything but a refusal, or versions that were read.
    [Theory]
    [InlineData("versions.parquet")]
    [InlineData("sentences.parquet")]
    public async Task Damage_is_refused_or_does_not_matter(string file)
    {
        string folder = await ExportAsync(Parquet);
        string path = Path.Combine(folder, file);
        byte[] whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 400; i++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(whole.Length)] = (byte)random.Next(256);
            await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);
            long before = GC.GetTotalAllocatedBytes();
            try
            {
                await foreach (ImportedVersion version in ImportReader.Read(folder))
                {
                    Assert.True(version.Problem is null == version.Article is not null);
                }
            }
            catch (FormatException)
            {
                refused++;
            }

            Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 600_000_000);
        }

        Assert.InRange(refused, 40, 400);
    }

    private static string Describe(ArticleVersion version) =>
        $"{version.Article.Url} {version.SeenAt:O} {version.Number} {version.ContentHash} {version.Article.Language} "
        + $"{version.Article.PublishedAt} {version.Article.ModifiedAt} {version.Article.Title}\n"
        + string.Join('\n', version.Article.Paragraphs);

    private static async Task WriteAsync<T>(string path, DataField<T> field, T[] values, bool packs = false)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using FileStream file = File.Create(path);
        await using ParquetWriter writer =
            await ParquetWriter.CreateAsync(
                new ParquetSchema(field),
                file,
                new ParquetOptions { CompressionMethod = packs ? CompressionMethod.Zstd : CompressionMethod.None },
                cancellationToken: stop);
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        if (values is string[] texts)
        {
            await group.WriteAsync(field, texts.ToList());
        }
        else
        {
            await group.WriteAsync<long>(field, (ReadOnlyMemory<long>)(long[])(object)values);
        }

        group.CompleteValidate();
    }

    private async Task<string> RefuseAsync(string path) =>
        (await Assert.ThrowsAsync<FormatException>(() => _run.ReadAsync(path))).Message;

    private async Task<string> ExportAsync(CorpusExportOptions options)
    {
        string folder = _folder.File("corpus");
        await CorpusExporter.ExportAsync(
            CorpusArticles.Read(12), folder, options, TestContext.Current.CancellationToken);
        return folder;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using NewsDiff.Research.Export;
using NewsDiff.Research.Import;

namespace NewsDiff.Research.Tests;

/// <summary>Parquet with a folder for each source and month.</summary>
public sealed class PartitionedExportTests : IDisposable
{
    private static readonly CorpusExportOptions Partitioned = new()
    {
        Format = ExportFormat.Parquet,
        IsPartitioned = true,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_is_in_the_folder_of_its_source_and_the_month_of_its_new_version()
    {
        string folder = await ExportAsync(Partitioned, "corpus", articles: 6);

        Assert.Equal((2, 0), (await RowsAsync(folder, "articles", 0, 5), await RowsAsync(folder, "articles", 0, 6)));
        Assert.Equal((4, 2), (await RowsAsync(folder, "versions", 2, 5), await RowsAsync(folder, "versions", 2, 6)));

        // In June: the second change, and the pair of the first and the last version.
        Assert.Equal((2, 4), (await RowsAsync(folder, "pairs", 1, 5), await RowsAsync(folder, "pairs", 1, 6)));
        Assert.Equal(ExportSchema.All.Length, Directory.GetDirectories(folder).Length);
    }

    [Fact]
    public async Task The_rows_are_those_of_one_file_a_table()
    {
        string parts = _folder.File("parts");
        IReadOnlyDictionary<string, long> partitioned = await CorpusExporter.ExportAsync(
            CorpusArticles.Read(7), parts, Partitioned, TestContext.Current.CancellationToken);
        IReadOnlyDictionary<string, long> whole = await CorpusExporter.ExportAsync(
            CorpusArticles.Read(7),
            _folder.File("whole"),
            Partitioned with { IsPartitioned = false },
            TestContext.Current.CancellationToken);

        Assert.Equal(whole, partitioned);
        foreach (ExportTable table in ExportSchema.All)
        {
            List<string> expected = await LinesAsync(_folder.File($"whole/{table.Name}.parquet"));
            List<string> found = [];
            foreach (string file in Directory.GetFiles(
                Path.Combine(parts, table.Name), "*.parquet", SearchOption.AllDirectories))
            {
                found.AddRange(await LinesAsync(file));
            }

            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task The_same_articles_give_the_same_bytes()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        string one = await ExportAsync(Partitioned with { Workers = 1 }, "one");
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            string eight = await ExportAsync(Partitioned with { Workers = 8 }, "eight");

            string[] files = Directory.GetFiles(one, "*", SearchOption.AllDirectories);
            Assert.Equal(
                files.Select(file => Path.GetRelativePath(one, file)).Order(StringComparer.Ordinal),
                Directory.GetFiles(eight, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(eight, file)).Order(StringComparer.Ordinal));
            Assert.All(files, file => Assert.Equal(
                File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(eight, Path.GetRelativePath(one, file)))));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task The_record_of_the_run_leads_to_the_hash_of_every_file()
    {
        string folder = await ExportAsync(Partitioned, "corpus");

        string sums = Path.Combine(folder, "SHA256SUMS");
        using JsonDocument run = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "run.json")));
        Assert.True(run.RootElement.GetProperty("isPartitioned").GetBoolean());
        Assert.Equal(HashOf(sums), run.RootElement.GetProperty("sha256").GetProperty("SHA256SUMS").GetString());
        string[][] lines = [.. File.ReadAllLines(sums).Select(line => line.Split("  "))];
        Assert.Equal(
            Directory.GetFiles(folder, "*.parquet", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
            lines.Select(line => line[1]).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal(line[0], HashOf(Path.Combine(folder, line[1]))));
        Assert.Equal(
            ["SHA256SUMS", "run.json", "schema.json"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_table_without_rows_has_an_empty_file()
    {
        string folder = _folder.File("none");
        await CorpusExporter.ExportAsync(
            AsyncEnumerable.Empty<ArticleHistory>(), folder, Partitioned, TestContext.Current.CancellationToken);

        Assert.All(ExportSchema.All, table => Assert.True(File.Exists(Path.Combine(
            folder,
            table.Name,
            "source=__HIVE_DEFAULT_PARTITION__",
            "month=__HIVE_DEFAULT_PARTITION__",
            "part-0.parquet"))));
    }

    [Theory]
    [InlineData("news.example", "news.example")]
    [InlineData("", "__HIVE_DEFAULT_PARTITION__")]
    [InlineData("BBC", "%42%42%43")]
    [InlineData("a/b\\c:d", "a%2Fb%5Cc%3Ad")]
    [InlineData("..", "%2E%2E")]
    [InlineData("ends.", "ends%2E")]
    [InlineData("日", "%E6%97%A5")]
    [InlineData("__HIVE_DEFAULT_PARTITION__", "__%48%49%56%45_%44%45%46%41%55%4C%54_%50%41%52%54%49%54%49%4F%4E__")]
    [InlineData("100%=~", "100%25%3D%7E")]
    public void A_name_is_safe_and_can_be_read_back(string source, string name)
    {
        string folder = PartitionName.Of(source, new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.FromHours(2)));

        Assert.Equal($"source={name}/month=2026-05", folder);
        Assert.Equal(source.Length == 0 ? null : source, PartitionName.SourceOf(folder.Split('/')[0]));
    }

    [Fact]
    public void Long_names_are_cut_and_stay_different()
    {
        string[] sources = [new string('x', 160), new string('x', 161), new string('x', 162), new string('日', 99)];

        string[] names = [.. sources.Select(source => PartitionName.Of(source, default).Split('/')[0])];

        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.InRange(name.Length, 1, 190));
        Assert.Equal(sources[0], PartitionName.SourceOf(names[0]));
        Assert.All(names[1..], name => Assert.Null(PartitionName.SourceOf(name)));
    }

    [Fact]
    public async Task The_name_of_a_source_is_the_host_unless_it_is_told()
    {
        string folder = await ExportAsync(
            Partitioned with { SourceOf = article => article.ArticleId == "article-0" ? "Town Crier" : null },
            "corpus");

        Assert.Equal(
            ["source=%54own%20%43rier", "source=host0.example", "source=host1.example", "source=host2.example"],
            Directory.GetDirectories(Path.Combine(folder, "versions")).Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_earlier_export_is_not_mixed_with_a_new_one()
    {
        await ExportAsync(Partitioned, "corpus");

        IOException fault = await Assert.ThrowsAsync<IOException>(() => ExportAsync(Partitioned, "corpus"));

        Assert.Contains("is there already", fault.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Only Parquet",
            (await Assert.ThrowsAsync<ArgumentException>(
                () => ExportAsync(Partitioned with { Format = ExportFormat.Csv }, "csv"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_was_broken_off_leaves_nothing_in_the_way_of_the_next_one()
    {
        string folder = _folder.File("corpus");
        string unfinished = Path.Combine(folder, ".tables.tmp");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<IReadOnlyDictionary<string, long>> export = Task.Run(() => CorpusExporter.ExportAsync(
            CorpusArticles.Read(60),
            folder,
            Partitioned with { SourceOf = article => article.ArticleId },
            stop.Token));
        while (!export.IsCompleted && !Directory.Exists(unfinished))
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => export);
        Assert.Empty(Directory.GetDirectories(folder));

        // A process that was killed could not tidy up.
        Directory.CreateDirectory(Path.Combine(unfinished, "versions", "source=killed"));
        await ExportAsync(Partitioned, "corpus");
        Assert.Equal(
            ExportSchema.All.Select(table => table.Name).Order(StringComparer.Ordinal),
            Directory.GetDirectories(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetDirectories(folder, "source=killed", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task One_file_of_each_table_is_open_however_many_sources_there_are()
    {
        // Windows and macOS do not list the open files of a process this way.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The open files are listed by Linux.");
        string folder = _folder.File("corpus");
        Task<string> export = ExportAsync(
            Partitioned with { SourceOf = article => article.ArticleId }, "corpus", articles: 60);

        int most = 0;
        while (!export.IsCompleted)
        {
            most = Math.Max(most, Directory.GetFiles("/proc/self/fd").Count(file => IsIn(folder, file)));
        }

        Assert.Equal(60, Directory.GetDirectories(Path.Combine(await export, "versions")).Length);
        Assert.InRange(most, 1, ExportSchema.All.Length + 4);

        static bool IsIn(string folder, string file) =>
            new FileInfo(file).LinkTarget?.StartsWith(folder, StringComparison.Ordinal) is true;
    }

    [Fact]
    public async Task Without_texts_no_word_waits_on_disk()
    {
        var rows = ExportRows.Compute(
            await CorpusArticles.Read(1).SingleAsync(TestContext.Current.CancellationToken), Partitioned);

        Assert.All(
            PackedRows.Pack(rows, includesText: false).SelectMany(part => PackedRows.Unpack(part.Packed)),
            row => Assert.All(
                row.Table.Columns.Zip(row.Cells), cell => Assert.True(!cell.First.IsWording || cell.Second is null)));
        Assert.Equal(
            rows.All.Select(row => string.Join('|', row.Cells)).Order(StringComparer.Ordinal),
            PackedRows.Pack(rows, includesText: true).SelectMany(part => PackedRows.Unpack(part.Packed))
                .Select(row => string.Join('|', row.Cells)).Order(StringComparer.Ordinal));
    }

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static async Task<int> RowsAsync(string folder, string table, int host, int month)
    {
        string file = Path.Combine(
            folder,
            table,
            FormattableString.Invariant($"source=host{host}.example"),
            FormattableString.Invariant($"month=2026-{month:00}"),
            "part-0.parquet");
        return File.Exists(file) ? (await LinesAsync(file)).Count : 0;
    }

    // A line a row, with its cells.
    private static async Task<List<string>> LinesAsync(string file)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        ExportTable table = ExportSchema.All.Single(table => file.Contains(table.Name, StringComparison.Ordinal));
        await using ParquetTable rows = await ParquetTable.OpenAsync(
            file, table, [.. table.Columns.Select(column => column.Name)], stop);
        return await rows.ReadAsync(stop).Select(cells => string.Join('|', cells)).ToListAsync(stop);
    }

    private async Task<string> ExportAsync(CorpusExportOptions options, string name, int articles = 12)
    {
        string folder = _folder.File(name);
        await CorpusExporter.ExportAsync(
            CorpusArticles.Read(articles), folder, options, TestContext.Current.CancellationToken);
        return folder;
    }
}

using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace NewsDiff.Research.Import;

/// <summary>Recognises the form of a source by its content.</summary>
internal static class SourceForm
{
    private const int Beginning = 64;
    private const string Known =
        "JSON Lines, SQLite databases of NewsEdits, diffengine and NewsSniffer, WARC files, exported Parquet, folders of "
        + "pages and git repositories are read.";

    internal static IAsyncEnumerable<ImportedVersion> Open(string path, ImportOptions options)
    {
        if (Directory.Exists(path))
        {
            return OpenFolder(path, options);
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
        }

        byte[] packed = ReadBeginning(path, unpacks: false);
        bool isPacked = packed.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
        byte[] beginning = isPacked ? ReadBeginning(path, unpacks: true) : packed;
        ReadOnlySpan<byte> content = beginning;
        if (content.StartsWith("SQLite format 3\0"u8))
        {
            return Database(path, isPacked, options);
        }

        if (content.StartsWith("WARC/"u8))
        {
            return ArchiveReader.ReadAsync(path, options);
        }

        int first = content.IndexOfAnyExcept("\uFEFF \t\r\n"u8);
        return first < 0 || content[first] == (byte)'{'
            ? Lines(path, isPacked, options)
            : throw Unknown(path, content);
    }

    private static FormatException Unknown(string path, ReadOnlySpan<byte> content) => new(
        $"'{path}' is "
        + (content.StartsWith("filedesc://"u8) ? "an ARC file; convert it to WARC first"
            : content.StartsWith("PK"u8) ? "a ZIP file; of a WACZ, unpack it and name the folder 'archive' in it"
            : content.StartsWith("PAR1"u8) ? "a Parquet file; of an export, name the folder with its run.json"
            : content.IndexOf("INSERT INTO"u8) >= 0 || content.StartsWith("-- "u8)
                ? "a dump of SQL; load it and export its tables as CSV, or as SQLite"
            : "in no form that is known")
        + $". {Known}");

    private static IAsyncEnumerable<ImportedVersion> OpenFolder(string path, ImportOptions options)
    {
        if (ParquetCorpus.IsIn(path))
        {
            return new ParquetCorpus(path, options).ReadAsync();
        }

        if (NewsSnifferTables.AreIn(path))
        {
            return NewsSnifferFolder(path, options);
        }

        if (Path.Exists(Path.Combine(path, ".git"))
            || (File.Exists(Path.Combine(path, "HEAD")) && Directory.Exists(Path.Combine(path, "objects"))))
        {
            return PageReader.ReadAllAsync(GitReader.ReadAsync(path, options), options);
        }

        return IsArchive(path)
            ? ArchiveReader.ReadAsync(path, options)
            : PageReader.ReadAllAsync(FolderReader.ReadAsync(path, options), options);
    }

    private static bool IsArchive(string folder) => Archives.FolderArchive.IsOne(folder)
        || Directory.EnumerateFiles(folder).Any(static file =>
            file.EndsWith(".warc", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase));

    private static async IAsyncEnumerable<ImportedVersion> Lines(
        string path,
        bool isPacked,
        ImportOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        FileStream file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            Stream lines = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
            await using (lines.ConfigureAwait(false))
            {
                var reader = new JsonLinesReader(lines, options)
                {
                    Progress = () => file.Length > 0 ? (double)file.Position / file.Length : null,
                };
                await foreach (ImportedVersion row in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return row;
                }
            }
        }
    }

    private static async IAsyncEnumerable<ImportedVersion> Database(string path, bool isPacked, ImportOptions options)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        using TemporaryFile? unpacked = isPacked ? new TemporaryFile() : null;
        unpacked?.Unpack(path);
        using var source = new SqliteSource(unpacked?.Path ?? path);
        foreach (ImportedVersion row in Rows(source, path, options))
        {
            yield return row;
        }
    }

    private static async IAsyncEnumerable<ImportedVersion> NewsSnifferFolder(string path, ImportOptions options)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        using var loaded = new TemporaryFile();
        NewsSnifferTables.Load(path, loaded.Path);
        using var source = new SqliteSource(loaded.Path);
        foreach (ImportedVersion row in NewsSniffer.Read(source, options))
        {
            yield return row;
        }
    }

    private static IEnumerable<ImportedVersion> Rows(SqliteSource source, string path, ImportOptions options) =>
        source.FindTable(EntryVersions.Table) is { } table ? EntryVersions.Read(source, table, options)
        : source.FindTable(NewsSniffer.Versions) is not null ? NewsSniffer.Read(source, options)
        : throw new FormatException(
            $"'{path}' has neither a table {EntryVersions.Table} (NewsEdits, diffengine) nor {NewsSniffer.Versions} "
            + "(NewsSniffer); views are not read.");

    private static byte[] ReadBeginning(string path, bool unpacks)
    {
        using FileStream file = File.OpenRead(path);
        using Stream content = unpacks ? new GZipStream(file, CompressionMode.Decompress) : file;
        byte[] beginning = new byte[Beginning];
        try
        {
            return beginning[..content.ReadAtLeast(beginning, Beginning, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            // What looks packed, but is damaged, is in no known form.
            return [0x1F, 0x8B];
        }
    }
}

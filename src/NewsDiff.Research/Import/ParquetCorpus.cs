using System.Runtime.CompilerServices;
using NewsDiff.Research.Export;

namespace NewsDiff.Research.Import;

/// <summary>Makes versions of the tables that an export wrote as Parquet, with partitions or without.</summary>
/// <remarks>Versions and sentences are in the same order, so that a group of rows of each is enough memory.</remarks>
internal sealed class ParquetCorpus(string folder, ImportOptions options)
{
    private const string Files = "*" + ParquetTableWriter.Extension;

    private static readonly ExportTable Versions = ExportSchema.Versions;
    private static readonly ExportTable Sentences = ExportSchema.Sentences;
    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Whether a folder has such tables.</summary>
    internal static bool IsIn(string folder) =>
        File.Exists(FileOf(folder, Versions))
        || (Directory.Exists(Path.Combine(folder, Versions.Name))
            && Directory.EnumerateDirectories(Path.Combine(folder, Versions.Name), "source=*").Any());

    /// <exception cref="FormatException">The tables are damaged, unfinished or without words.</exception>
    internal async IAsyncEnumerable<ImportedVersion> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ExportedRun.Check(folder);
        if (File.Exists(FileOf(folder, Versions)))
        {
            await foreach (ImportedVersion version in ReadAsync(
                FileOf(folder, Versions), FileOf(folder, Sentences), null, cancellationToken).ConfigureAwait(false))
            {
                yield return version;
            }

            yield break;
        }

        string[] sources = Folders(Path.Combine(folder, Versions.Name));
        for (int i = 0; i < sources.Length; i++)
        {
            string? source = PartitionName.SourceOf(Path.GetFileName(sources[i]));
            foreach (string file in Folders(sources[i]).SelectMany(
                static month => Directory.GetFiles(month, Files, NoLinks).Order(StringComparer.Ordinal)))
            {
                string sentences = Path.Combine(
                    folder, Sentences.Name, Path.GetRelativePath(Path.Combine(folder, Versions.Name), file));
                await foreach (ImportedVersion version in ReadAsync(file, sentences, source, cancellationToken)
                    .ConfigureAwait(false))
                {
                    yield return version with { Progress = (double)i / sources.Length };
                }
            }
        }
    }

    private static string FileOf(string folder, ExportTable table) =>
        Path.Combine(folder, table.Name + ParquetTableWriter.Extension);

    // Months of a source come in their order, because a store only appends.
    private static string[] Folders(string folder) =>
        [.. Directory.GetDirectories(folder, "*", NoLinks).Order(StringComparer.Ordinal)];

    private async IAsyncEnumerable<ImportedVersion> ReadAsync(
        string versionFile,
        string sentenceFile,
        string? source,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string place = Path.GetRelativePath(folder, versionFile).Replace('\\', '/');
        ParquetTable versions = await ParquetTable.OpenAsync(
            versionFile, Versions, VersionRow.Columns, cancellationToken).ConfigureAwait(false);
        await using (versions.ConfigureAwait(false))
        {
            IAsyncEnumerator<object?[]> rows = ReadSentencesAsync(sentenceFile, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            await using (rows.ConfigureAwait(false))
            {
                long number = 0;
                await foreach (object?[] cells in versions.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    string at = FormattableString.Invariant($"{place}, row {++number}");
                    var row = new VersionRow(cells);
                    List<SentenceRow> text = await TakeAsync(rows, row, at).ConfigureAwait(false);
                    yield return row.ToVersion(text, at, source, options);
                }
            }
        }
    }

    // A partition whose versions have no text has no sentences.
    private static async IAsyncEnumerable<object?[]> ReadSentencesAsync(
        string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            yield break;
        }

        ParquetTable sentences = await ParquetTable.OpenAsync(
            file, Sentences, SentenceRow.Columns, cancellationToken).ConfigureAwait(false);
        await using (sentences.ConfigureAwait(false))
        {
            await foreach (object?[] row in sentences.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    // The version says how many sentences it has; a table in another order would give it those of others.
    private static async ValueTask<List<SentenceRow>> TakeAsync(
        IAsyncEnumerator<object?[]> rows, VersionRow version, string place)
    {
        List<SentenceRow> sentences = [];
        while (sentences.Count < version.Sentences)
        {
            if (!await rows.MoveNextAsync().ConfigureAwait(false) || !new SentenceRow(rows.Current).IsOf(version))
            {
                throw new FormatException(
                    $"{place}: its sentences are missing, or in another order than the versions. Export the tables again.");
            }

            sentences.Add(new SentenceRow(rows.Current));
        }

        return sentences;
    }
}

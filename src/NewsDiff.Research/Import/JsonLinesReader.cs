using System.Runtime.CompilerServices;

namespace NewsDiff.Research.Import;

/// <summary>Reads versions from JSON Lines.</summary>
internal sealed class JsonLinesReader(Stream stream, ImportOptions options)
{
    /// <summary>The share of the file that was read; null when its length is unknown.</summary>
    internal Func<double?> Progress { get; init; } = () =>
        stream.CanSeek && stream.Length > 0 ? (double)stream.Position / stream.Length : null;

    internal async IAsyncEnumerable<ImportedVersion> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rows = new JsonRowReader(options);
        IAsyncEnumerable<ByteLine> lines =
            ByteLines.ReadAsync(stream, ImportLimits.RowBytes, cancellationToken: cancellationToken);
        await foreach (ByteLine line in lines.ConfigureAwait(false))
        {
            string place = FormattableString.Invariant($"line {line.Number}");
            foreach (ImportedVersion row in line.Problem is null
                ? rows.Read(line.Content, place)
                : [new ImportedVersion { Place = place, Problem = line.Problem }])
            {
                yield return row with { Progress = Progress() };
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace NewsDiff.Research.Import;

/// <summary>Collects the rows of a source into batches, each to be stored at once.</summary>
/// <remarks>
/// A source that is slow, such as a web archive, does not keep back what it has given: a batch ends after a second, and
/// before a fault of the source is thrown.
/// </remarks>
internal static class RowBatches
{
    /// <summary>The maximum number of rows in a batch.</summary>
    internal const int MostRows = 256;

    /// <summary>The length of texts that ends a batch, in characters: batches are held in memory.</summary>
    private const long MostCharacters = 4_000_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    internal static async IAsyncEnumerable<List<ImportedVersion>> ReadAsync(
        IAsyncEnumerable<ImportedVersion> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<ImportedVersion> source = rows.GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            List<ImportedVersion> batch = [];
            long characters = 0;
            Task wait = Task.CompletedTask;
            for (bool goesOn = true; goesOn;)
            {
                Task<bool> next = source.MoveNextAsync().AsTask();
                try
                {
                    if (batch.Count > 0 && await Task.WhenAny(next, wait).ConfigureAwait(false) != next)
                    {
                        yield return batch;
                        (batch, characters) = ([], 0);
                    }
                }
                finally
                {
                    await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                goesOn = next is { IsCompletedSuccessfully: true, Result: true };
                if (goesOn)
                {
                    wait = batch.Count == 0 ? Task.Delay(LongestWait, cancellationToken) : wait;
                    batch.Add(source.Current);
                    characters += LengthOf(source.Current);
                }

                if (batch.Count > 0 && (!goesOn || batch.Count == MostRows || characters >= MostCharacters))
                {
                    yield return batch;
                    (batch, characters) = ([], 0);
                }

                await next.ConfigureAwait(false);
            }
        }
    }

    private static long LengthOf(ImportedVersion row) =>
        row.Article?.Paragraphs.Sum(paragraph => (long)paragraph.Text.Length) ?? 0;
}

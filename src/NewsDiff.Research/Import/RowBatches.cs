using System.Runtime.CompilerServices;

namespace NewsDiff.Research.Import;

/// <summary>Collects the rows of a source into batches, each to be stored at once.</summary>
/// <remarks>
/// A source that is slow, such as a web archive, does not keep back what it has given: a batch ends after a second, and
/// before a fault of the source is thrown.
/// </remarks>
internal sealed class RowBatches
{
    /// <summary>The maximum number of rows in a batch.</summary>
    private const int MostRows = 256;

    /// <summary>The length of texts that ends a batch, in characters: batches are held in memory.</summary>
    private const long MostCharacters = 4_000_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private List<ImportedVersion> _batch = [];
    private long _characters;
    private Task _wait = Task.CompletedTask;

    private RowBatches()
    {
    }

    private bool IsFull => _batch.Count == MostRows || _characters >= MostCharacters;

    internal static async IAsyncEnumerable<List<ImportedVersion>> ReadAsync(
        IAsyncEnumerable<ImportedVersion> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batches = new RowBatches();
        IAsyncEnumerator<ImportedVersion> source = rows.GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            for (bool goesOn = true; goesOn;)
            {
                Task<bool> next = source.MoveNextAsync().AsTask();
                try
                {
                    if (await batches.IsOverdueAsync(next).ConfigureAwait(false))
                    {
                        yield return batches.Take();
                    }
                }
                finally
                {
                    await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                goesOn = next.IsCompletedSuccessfully && await next.ConfigureAwait(false);
                if (goesOn)
                {
                    batches.Add(source.Current, cancellationToken);
                }

                if (batches.IsFull || (!goesOn && batches._batch.Count > 0))
                {
                    yield return batches.Take();
                }

                await next.ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether the batch is waited for longer than for the next row.</summary>
    private async Task<bool> IsOverdueAsync(Task next) =>
        _batch.Count > 0 && await Task.WhenAny(next, _wait).ConfigureAwait(false) != next;

    private void Add(ImportedVersion row, CancellationToken cancellationToken)
    {
        _wait = _batch.Count == 0 ? Task.Delay(LongestWait, TimeProvider.System, cancellationToken) : _wait;
        _batch.Add(row);
        _characters += row.Article?.Paragraphs.Sum(paragraph => (long)paragraph.Text.Length) ?? 0;
    }

    private List<ImportedVersion> Take()
    {
        List<ImportedVersion> taken = _batch;
        (_batch, _characters) = ([], 0);
        return taken;
    }
}

using System.Runtime.CompilerServices;

namespace NewsDiff.Tracking;

/// <summary>Reads the readable rows of a store: an unreadable row does not end a pass.</summary>
internal static class ReadableRows
{
    /// <summary>Streams the readable rows, and reports unreadable ones instead of throwing.</summary>
    public static async IAsyncEnumerable<T> OnlyReadableAsync<T>(
        this IAsyncEnumerable<T> rows, Func<VersionStoreException, ValueTask> tell,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<T> enumerator = rows.GetAsyncEnumerator(cancellationToken);
        await using (enumerator.ConfigureAwait(false))
        {
            while (await MoveNextAsync(enumerator, tell).ConfigureAwait(false))
            {
                yield return enumerator.Current;
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync<T>(
        IAsyncEnumerator<T> rows,
        Func<VersionStoreException, ValueTask> tell)
    {
        try
        {
            return await rows.MoveNextAsync().ConfigureAwait(false);
        }
        catch (VersionStoreException unreadable)
        {
            await tell(unreadable).ConfigureAwait(false);
            return false;
        }
    }
}

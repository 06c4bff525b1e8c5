using System.Runtime.CompilerServices;

namespace NewsDiff.Sql;

/// <summary>Streams rows page by page; each page begins after the last row before it.</summary>
internal static class Pages
{
    private const int Size = 100;

    /// <summary>The maximum number of unreadable rows in succession before reading stops.</summary>
    /// <remarks>More are not an accident, and each costs a query that skips all rows before it.</remarks>
    private const int MostPassedOver = 100;

    /// <summary>Reads until a page is not full or the limit is reached.</summary>
    /// <remarks>Unreadable rows are reported at the end, after all readable ones.</remarks>
    /// <param name="limit">The maximum number of rows to read.</param>
    /// <param name="readPage">
    /// Reads at most this many rows after the given one, and skips this many; null starts at the beginning.
    /// </param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="VersionStoreException">A row could not be read.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        int limit,
        Func<T?, int, int, Task<List<T>>> readPage,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        T? last = null;
        VersionStoreException? fault = null;
        (int most, int passedOver) = (Size, 0);
        while (limit > 0)
        {
            int size = Math.Min(limit, most);
            (List<T>? page, VersionStoreException? unreadable) =
                await TryAsync(() => readPage(last, size, passedOver), passedOver).ConfigureAwait(false);
            if (page is null)
            {
                // The rows before the unreadable one are given first, one by one; then it is passed over.
                passedOver += size == 1 ? 1 : 0;
                fault ??= size == 1 ? unreadable : null;
                most = 1;
                continue;
            }

            foreach (T row in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }

            limit = page.Count < size ? 0 : limit - size;
            last = page.LastOrDefault();
            most = passedOver > 0 ? Size : most;
            passedOver = 0;
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    private static async Task<(List<T>? Page, VersionStoreException? Fault)> TryAsync<T>(
        Func<Task<List<T>>> read, int passedOver)
    {
        try
        {
            return (await read().ConfigureAwait(false), null);
        }
        catch (VersionStoreException unreadable) when (passedOver < MostPassedOver)
        {
            return (null, unreadable);
        }
    }
}

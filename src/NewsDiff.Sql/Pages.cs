using System.Runtime.CompilerServices;

namespace NewsDiff.Sql;

/// <summary>Streams rows page by page, each page beginning after the last row of the one before.</summary>
internal static class Pages
{
    private const int Size = 100;

    /// <summary>
    /// More unreadable rows than that, one after the other, are no accident: each costs a query that counts over those
    /// before it.
    /// </summary>
    private const int MostPassedOver = 100;

    /// <summary>
    /// Reads until a page is not full or the limit is reached. A row that cannot be read is told at the end, after all
    /// that can.
    /// </summary>
    /// <param name="limit">The most rows to read.</param>
    /// <param name="readPage">
    /// Reads at most so many rows after the given one, passing over so many; from the beginning after null.
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
        int passedOver = 0;
        int most = Size;
        while (limit > 0)
        {
            int size = Math.Min(limit, most);
            List<T> page;
            try
            {
                page = await readPage(last, size, passedOver).ConfigureAwait(false);
            }
            catch (VersionStoreException unreadable) when (passedOver < MostPassedOver)
            {
                // One row of the page cannot be read: those before it are given first, one by one, then it is passed
                // over.
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

            if (page.Count < size)
            {
                break;
            }

            last = page[^1];
            limit -= size;
            most = passedOver > 0 ? Size : most;
            passedOver = 0;
        }

        if (fault is not null)
        {
            throw fault;
        }
    }
}

using System.Runtime.CompilerServices;

namespace NewsDiff.Sql;

/// <summary>Streams rows page by page, each page beginning after the last row of the one before.</summary>
internal static class Pages
{
    private const int Size = 100;

    /// <summary>Reads until a page is not full or the limit is reached.</summary>
    /// <param name="limit">The most rows to read.</param>
    /// <param name="readPage">Reads at most so many rows after the given one; from the beginning after null.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        int limit,
        Func<T?, int, Task<List<T>>> readPage,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        T? last = null;
        int most = Size;
        while (limit > 0)
        {
            int size = Math.Min(limit, most);
            List<T> page;
            try
            {
                page = await readPage(last, size).ConfigureAwait(false);
            }
            catch (VersionStoreException) when (size > 1)
            {
                // One row of the page cannot be read: those before it can, and are given first.
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
                yield break;
            }

            last = page[^1];
            limit -= size;
        }
    }
}

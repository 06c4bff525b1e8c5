using System.Runtime.CompilerServices;

namespace NewsDiff.Research.Import;

/// <summary>Does work on several items at once, and gives the results in the order of the items.</summary>
internal static class OrderedWork
{
    internal static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items,
        Func<TItem, Task<TResult>> work,
        int workers,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Queue<Task<TResult>> working = new();
        try
        {
            await foreach (TItem item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                working.Enqueue(work(item));
                if (working.Count >= workers)
                {
                    yield return await working.Dequeue().ConfigureAwait(false);
                }
            }

            while (working.TryDequeue(out Task<TResult>? result))
            {
                yield return await result.ConfigureAwait(false);
            }
        }
        finally
        {
            // The first of several failures is thrown; the others must be observed.
            await ((Task)Task.WhenAll(working)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

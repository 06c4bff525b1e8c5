namespace NewsDiff.Diffing;

/// <summary>Holds idle objects, as many as the machine has cores, for callers on any thread.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="optionsOf">Gives the options that an object was made for.</param>
internal sealed class SparePool<T>(Func<T, DiffOptions> optionsOf)
    where T : class
{
    private readonly T?[] _spare = new T?[Environment.ProcessorCount];

    /// <summary>Takes an idle object made for these options; null if there is none.</summary>
    internal T? Take(DiffOptions options)
    {
        for (int i = 0; i < _spare.Length; i++)
        {
            T? item = Volatile.Read(ref _spare[i]);
            if (item is not null
                && optionsOf(item) == options
                && Interlocked.CompareExchange(ref _spare[i], null, item) == item)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Keeps an object; if all places are taken, it replaces one that has other options.</summary>
    internal void Keep(T item)
    {
        int other = -1;
        for (int i = 0; i < _spare.Length; i++)
        {
            T? kept = Volatile.Read(ref _spare[i]);
            if (kept is null && Interlocked.CompareExchange(ref _spare[i], item, null) is null)
            {
                return;
            }

            other = kept is not null && optionsOf(kept) != optionsOf(item) ? i : other;
        }

        if (other >= 0)
        {
            Volatile.Write(ref _spare[other], item);
        }
    }
}

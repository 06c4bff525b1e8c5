namespace NewsDiff.Diffing;

/// <summary>Holds idle objects for the next callers, on any thread: as many as the machine has cores.</summary>
/// <typeparam name="T">The objects.</typeparam>
/// <param name="optionsOf">Gives the options that an object was made for.</param>
internal sealed class SparePool<T>(Func<T, DiffOptions> optionsOf)
    where T : class
{
    private readonly T?[] _spare = new T?[Environment.ProcessorCount];

    /// <summary>Takes an idle object that was made for these options; null for none.</summary>
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

    /// <summary>Keeps an object; where all places are taken, it replaces one with other options.</summary>
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

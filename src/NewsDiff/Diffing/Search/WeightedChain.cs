namespace NewsDiff.Diffing.Search;

/// <summary>Finds the heaviest chain of pairs that are in order on both sides.</summary>
/// <remarks>It uses a Fenwick tree of best chains (Jacobson and Vo 1992).</remarks>
internal sealed class WeightedChain
{
    private int[] _best = [];
    private int[] _before = [];
    private long[] _sums = [];

    /// <summary>Finds the chain among pairs that are in old order.</summary>
    /// <param name="pairs">The pairs, each place once.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="newCount">One more than the largest new place.</param>
    /// <returns>The last pair of the chain, or -1; <see cref="Before"/> leads on to the first.</returns>
    internal int Find(ReadOnlySpan<(int Old, int New)> pairs, ReadOnlySpan<int> weights, int newCount)
    {
        Reserve(ref _before, pairs.Length);
        Reserve(ref _sums, pairs.Length);
        Reserve(ref _best, newCount + 1);
        _best.AsSpan(0, newCount + 1).Fill(-1);
        for (int p = 0; p < pairs.Length; p++)
        {
            _before[p] = Query(pairs[p].New);
            _sums[p] = weights[p] + (_before[p] < 0 ? 0 : _sums[_before[p]]);
            Update(pairs[p].New + 1, newCount, p);
        }

        return Query(newCount);
    }

    internal int Before(int pair) => _before[pair];

    // The heaviest chain that ends before a new place.
    private int Query(int place)
    {
        int winner = -1;
        for (int node = place; node > 0; node &= node - 1)
        {
            if (_best[node] >= 0 && (winner < 0 || _sums[_best[node]] > _sums[winner]))
            {
                winner = _best[node];
            }
        }

        return winner;
    }

    private void Update(int node, int last, int pair)
    {
        for (; node <= last; node += node & -node)
        {
            if (_best[node] < 0 || _sums[pair] > _sums[_best[node]])
            {
                _best[node] = pair;
            }
        }
    }

    private static void Reserve<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, array.Length * 2)];
        }
    }
}

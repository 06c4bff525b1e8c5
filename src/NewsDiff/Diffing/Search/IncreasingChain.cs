namespace NewsDiff.Diffing.Search;

/// <summary>Finds the longest chain of pairs in order on both sides, by patience sorting.</summary>
internal sealed class IncreasingChain
{
    private int[] _tails = [];
    private int[] _before = [];

    /// <summary>Finds the chain among pairs that are in old order.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <returns>The last pair of the chain, or -1; <see cref="Before"/> leads on to the first.</returns>
    internal int Find(ReadOnlySpan<(int Old, int New)> pairs)
    {
        if (_before.Length < pairs.Length)
        {
            int size = Math.Max(pairs.Length, _before.Length * 2);
            _tails = new int[size];
            _before = new int[size];
        }

        int length = 0;
        for (int p = 0; p < pairs.Length; p++)
        {
            int low = 0;

            // Most pairs continue the longest chain.
            int high = length > 0 && pairs[_tails[length - 1]].New < pairs[p].New ? (low = length) : length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (pairs[_tails[middle]].New < pairs[p].New)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            _before[p] = low == 0 ? -1 : _tails[low - 1];
            _tails[low] = p;
            length = Math.Max(length, low + 1);
        }

        return length == 0 ? -1 : _tails[length - 1];
    }

    internal int Before(int pair) => _before[pair];
}

using System.Runtime.InteropServices;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Search;

/// <summary>The tokens that occur in both texts, as two sequences of ids.</summary>
/// <remarks>Tokens that only one side has match nothing, so the search never sees them.</remarks>
internal sealed class CommonTokens
{
    private readonly List<(int Old, int New)> _unique = [];
    private Occurrences[] _occurrences = [];
    private int[] _oldIds = [];
    private int[] _oldPlaces = [];
    private int[] _newIds = [];
    private int[] _newPlaces = [];
    private int _oldCount;
    private int _newCount;

    internal ReadOnlySpan<int> OldIds => _oldIds.AsSpan(0, _oldCount);

    internal ReadOnlySpan<int> NewIds => _newIds.AsSpan(0, _newCount);

    /// <summary>For each of the old ids, the index of its token.</summary>
    internal ReadOnlySpan<int> OldPlaces => _oldPlaces.AsSpan(0, _oldCount);

    /// <summary>For each of the new ids, the index of its token.</summary>
    internal ReadOnlySpan<int> NewPlaces => _newPlaces.AsSpan(0, _newCount);

    /// <summary>The places of ids that occur once on both sides, in old order.</summary>
    internal ReadOnlySpan<(int Old, int New)> Unique => CollectionsMarshal.AsSpan(_unique);

    /// <summary>One more than the largest id.</summary>
    internal int IdCount { get; private set; }

    internal void Find(TokenList oldTokens, TokenList newTokens, int idCount)
    {
        IdCount = idCount;
        Reserve(ref _occurrences, idCount);
        Reserve(ref _oldIds, oldTokens.Count);
        Reserve(ref _oldPlaces, oldTokens.Count);
        Reserve(ref _newIds, newTokens.Count);
        Reserve(ref _newPlaces, newTokens.Count);
        _occurrences.AsSpan(0, idCount).Clear();
        foreach (ref readonly Token token in newTokens.Span)
        {
            _occurrences[token.Id].New++;
        }

        SelectOld(oldTokens.Span);
        SelectNew(newTokens.Span);
        FindUnique();
    }

    // Every token is written, and overwritten by the next one if it is not common: a branch would be unpredictable.
    private void SelectOld(ReadOnlySpan<Token> tokens)
    {
        int count = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            int id = tokens[i].Id;
            ref Occurrences found = ref _occurrences[id];
            found.Old++;
            _oldIds[count] = id;
            _oldPlaces[count] = i;
            count += found.New > 0 ? 1 : 0;
        }

        _oldCount = count;
    }

    private void SelectNew(ReadOnlySpan<Token> tokens)
    {
        int count = 0;
        for (int j = 0; j < tokens.Length; j++)
        {
            int id = tokens[j].Id;
            ref Occurrences found = ref _occurrences[id];
            found.Place = count;
            _newIds[count] = id;
            _newPlaces[count] = j;
            count += found.Old > 0 ? 1 : 0;
        }

        _newCount = count;
    }

    private void FindUnique()
    {
        CollectionsMarshal.SetCount(_unique, _oldCount);
        Span<(int Old, int New)> unique = CollectionsMarshal.AsSpan(_unique);
        int count = 0;
        for (int i = 0; i < _oldCount; i++)
        {
            ref Occurrences found = ref _occurrences[_oldIds[i]];
            unique[count] = (i, found.Place);
            count += (found.Old | found.New) == 1 ? 1 : 0;
        }

        CollectionsMarshal.SetCount(_unique, count);
    }

    private static void Reserve<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, Math.Min(array.Length * 2, length + (length / 4)))];
        }
    }

    /// <summary>How often a token occurs on each side, and its last new place.</summary>
    private struct Occurrences
    {
        internal int Old;
        internal int New;
        internal int Place;
    }
}

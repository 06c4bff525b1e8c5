namespace NewsDiff.Research.Alignment;

/// <summary>The sentences of one version in each class of equal ones, in their order.</summary>
internal sealed class ClassPlaces
{
    private const int None = -1;

    private readonly int[] _first;
    private readonly int[] _next;

    /// <summary>Lists the sentences of each class.</summary>
    /// <param name="classes">The class of each sentence.</param>
    /// <param name="classCount">The number of classes.</param>
    internal ClassPlaces(int[] classes, int classCount)
    {
        _first = new int[classCount];
        _next = new int[classes.Length];
        _first.AsSpan().Fill(None);
        for (int i = classes.Length - 1; i >= 0; i--)
        {
            _next[i] = _first[classes[i]];
            _first[classes[i]] = i;
        }
    }

    /// <summary>The first sentence of a class; negative for none.</summary>
    internal int First(int of) => _first[of];

    /// <summary>The next sentence of the same class; negative for none.</summary>
    internal int Next(int sentence) => _next[sentence];

    internal bool HasOne(int of) => _first[of] != None && _next[_first[of]] == None;

    internal bool HasSeveral(int of) => _first[of] != None && _next[_first[of]] != None;
}

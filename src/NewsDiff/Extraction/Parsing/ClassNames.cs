namespace NewsDiff.Extraction.Parsing;

/// <summary>Reads the names in a class attribute one by one.</summary>
internal ref struct ClassNames
{
    private ReadOnlySpan<char> _rest;

    /// <summary>Reads an attribute.</summary>
    public ClassNames(ReadOnlySpan<char> names) => _rest = names;

    /// <summary>The name read last; never empty.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public readonly ClassNames GetEnumerator() => this;

    /// <summary>Reads the next name.</summary>
    public bool MoveNext()
    {
        int start = 0;
        while (start < _rest.Length && IsSpace(_rest[start]))
        {
            start++;
        }

        int end = start;
        while (end < _rest.Length && !IsSpace(_rest[end]))
        {
            end++;
        }

        Current = _rest[start..end];
        _rest = _rest[end..];
        return end > start;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}

namespace NewsDiff.Extraction.Parsing;

/// <summary>Reads the words of a class name or id: <c>topAd</c>, <c>story__text</c>, <c>sidebar-2</c>.</summary>
/// <remarks>
/// Hashes have no words. Characters other than letters and digits separate parts, and capitals separate words in a
/// part. Digits inside or before a part, or after a short word, make it a hash; after a longer word they are a counter.
/// </remarks>
internal ref struct NameWords
{
    /// <summary>A number after this many letters is a counter: hashes do not begin with that many letters.</summary>
    private const int LongWord = 7;

    /// <summary>The minimum length of a part that may be a hash, unlike h1 and v2.</summary>
    private const int ShortestHash = 3;

    private readonly ReadOnlySpan<char> _name;
    private ReadOnlySpan<char> _part;
    private int _nextPart;
    private int _nextWord;

    /// <summary>Reads a name.</summary>
    public NameWords(ReadOnlySpan<char> name) => _name = name;

    /// <summary>The word read last, as written.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    /// <summary>The letters of the word's part, as written.</summary>
    public readonly ReadOnlySpan<char> Part => _part;

    /// <summary>Whether a hash separates the word from the previous one.</summary>
    public bool IsBehindHash { get; private set; }

    /// <summary>Whether a hash was found so far.</summary>
    public bool HasHash { get; private set; }

    /// <summary>Whether a part with alternating letters and digits was found, other than a size.</summary>
    public bool HasMixedPart { get; private set; }

    /// <summary>Reads the next word.</summary>
    public bool MoveNext()
    {
        IsBehindHash = false;
        while (_nextWord >= _part.Length)
        {
            if (!NextPart())
            {
                return false;
            }
        }

        int start = _nextWord++;
        while (_nextWord < _part.Length
            && (!char.IsAsciiLetterUpper(_part[_nextWord]) || char.IsAsciiLetterUpper(_part[_nextWord - 1])))
        {
            _nextWord++;
        }

        Word = _part[start.._nextWord];
        return true;
    }

    /// <summary>The letters of a part without its counter; none when the part is a hash.</summary>
    public static ReadOnlySpan<char> LettersOf(ReadOnlySpan<char> part)
    {
        int digit = part.IndexOfAnyInRange('0', '9');
        if (digit < 0)
        {
            return part;
        }

        ReadOnlySpan<char> counter = part[digit..];
        bool isCounter = !counter.ContainsAnyExceptInRange('0', '9') && (digit >= LongWord || counter.Length < digit);
        return isCounter ? part[..digit] : [];
    }

    /// <summary>Whether letters and digits alternate, as in 3f2, but not in 728px and 300x250.</summary>
    private static bool IsMixed(ReadOnlySpan<char> part)
    {
        int turns = 0;
        for (int i = 1; i < part.Length; i++)
        {
            turns += char.IsAsciiDigit(part[i]) != char.IsAsciiDigit(part[i - 1]) ? 1 : 0;
        }

        int letter = part.IndexOfAnyExceptInRange('0', '9');
        bool isSize = turns == 2 && letter > 0 && part[letter] is ('x' or 'X') && char.IsAsciiDigit(part[letter + 1]);
        return turns > 1 && !isSize;
    }

    private bool NextPart()
    {
        while (_nextPart < _name.Length && !char.IsAsciiLetterOrDigit(_name[_nextPart]))
        {
            _nextPart++;
        }

        int start = _nextPart;
        while (_nextPart < _name.Length && char.IsAsciiLetterOrDigit(_name[_nextPart]))
        {
            _nextPart++;
        }

        ReadOnlySpan<char> part = _name[start.._nextPart];
        _part = LettersOf(part);
        _nextWord = 0;
        IsBehindHash |= _part.IsEmpty;
        HasHash |= _part.IsEmpty && part.ContainsAnyExceptInRange('0', '9');
        HasMixedPart |= _part.IsEmpty && part.Length >= ShortestHash && IsMixed(part);
        return _nextPart > start;
    }
}

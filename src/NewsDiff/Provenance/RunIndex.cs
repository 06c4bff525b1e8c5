namespace NewsDiff.Provenance;

/// <summary>Finds runs of removed words again, inside other sentences too.</summary>
/// <remarks>Runs are indexed by their stretches of five words; a match is extended to both sides.</remarks>
internal sealed class RunIndex(WordTable words)
{
    private const int Stretch = 5;
    private const int MostLooks = 32;
    private const int Gap = -1;

    private readonly Dictionary<int, int> _newest = [];
    private readonly List<(int Word, int Next)> _run = [];

    /// <summary>Adds the loose words of a text, which are moved or removed.</summary>
    internal void Add(TracedText text)
    {
        int length = 0;
        foreach (int word in text.Words)
        {
            if (!words.IsLoose(word))
            {
                length = Break(length);
                continue;
            }

            _run.Add((word, Gap));
            if (++length >= Stretch)
            {
                int first = _run.Count - Stretch;
                int key = KeyAt(first);
                _run[first] = (_run[first].Word, _newest.GetValueOrDefault(key, Gap));
                _newest[key] = first;
            }
        }

        _ = Break(length);
    }

    /// <summary>Identifies the unknown words of a text with those of equal runs.</summary>
    internal void Match(TracedText text, int version)
    {
        for (int i = 0; i + Stretch <= text.Words.Length;)
        {
            int taken = IsUnknown(text, i, Stretch) ? TakeAt(text, i, version) : 0;
            i += Math.Max(taken, 1);
        }
    }

    private int TakeAt(TracedText text, int start, int version)
    {
        (int run, int length) = FindLongest(text, start);
        int weight = 0;
        for (int i = 0; i < length; i++)
        {
            weight += text.Places[start + i].Weight;
        }

        if (weight < WordPlace.Recognisable)
        {
            return 0;
        }

        for (int i = 0; i < length; i++)
        {
            text.Words[start + i] = _run[run + i].Word;
            words.Take(text.Words[start + i], version);
        }

        return length;
    }

    private (int Run, int Length) FindLongest(TracedText text, int start)
    {
        (int Run, int Length) longest = default;
        int place = _newest.GetValueOrDefault(KeyAt(text, start), Gap);
        for (int looks = 0; place >= 0 && looks < MostLooks; looks++)
        {
            int length = CountEqual(text, start, place);
            longest = length > longest.Length ? (place, length) : longest;
            place = _run[place].Next;
        }

        return longest;
    }

    private int CountEqual(TracedText text, int start, int place)
    {
        int length = 0;
        while (start + length < text.Words.Length
            && text.Words[start + length] == TracedText.Unknown
            && place + length < _run.Count
            && _run[place + length].Word is var word and not Gap
            && words.IsFree(word)
            && words.TokenOf(word) == text.Places[start + length].Token)
        {
            length++;
        }

        return length;
    }

    private static bool IsUnknown(TracedText text, int start, int length) =>
        text.Words.AsSpan(start, length).IndexOfAnyExcept(TracedText.Unknown) < 0;

    private int Break(int length)
    {
        // A run that is too short to be found is not kept.
        if (length >= Stretch)
        {
            _run.Add((Gap, Gap));
        }
        else
        {
            _run.RemoveRange(_run.Count - length, length);
        }

        return 0;
    }

    private int KeyAt(int first)
    {
        uint key = 0;
        for (int i = 0; i < Stretch; i++)
        {
            key = Extend(key, words.TokenOf(_run[first + i].Word));
        }

        return (int)key;
    }

    private static int KeyAt(TracedText text, int start)
    {
        uint key = 0;
        for (int i = 0; i < Stretch; i++)
        {
            key = Extend(key, text.Places[start + i].Token);
        }

        return (int)key;
    }

    private static uint Extend(uint key, int token) => (key * 0x9E3779B1u) + (uint)token;
}

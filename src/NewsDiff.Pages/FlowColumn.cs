using System.Collections.Immutable;
using NewsDiff.Provenance;

namespace NewsDiff.Pages;

/// <summary>A version in a history flow: its words, in their order, title first.</summary>
internal sealed class FlowColumn
{
    private readonly Dictionary<int, int> _places = [];

    internal FlowColumn(TracedVersion version)
    {
        Number = version.Number;
        Words = [.. OriginWords.Of(version)];
        for (int i = 0; i < Words.Length; i++)
        {
            _places[Words[i].Id] = i;
        }
    }

    internal int Number { get; }

    internal ImmutableArray<TracedWord> Words { get; }

    /// <summary>Counts the words from one on in an earlier column that are consecutive here too.</summary>
    /// <param name="before">The earlier column.</param>
    /// <param name="start">Its first word.</param>
    /// <param name="there">The place of the first word here.</param>
    /// <returns>The number of words; 0 when the first one is not here.</returns>
    internal int LengthOfRun(FlowColumn before, int start, out int there)
    {
        if (!_places.TryGetValue(before.Words[start].Id, out there))
        {
            return 0;
        }

        int length = 1;
        while (start + length < before.Words.Length
            && there + length < Words.Length
            && before.Words[start + length].Id == Words[there + length].Id
            && before.Words[start + length].IntroducedIn == before.Words[start].IntroducedIn)
        {
            length++;
        }

        return length;
    }
}

using System.Numerics;
using System.Text;

namespace NewsDiff.Extraction.Html;

/// <summary>A table of names in ASCII, found in any case.</summary>
/// <typeparam name="T">What a name stands for.</typeparam>
internal sealed class NameTable<T>
{
    /// <summary>How many places a name has on average; free ones end a search.</summary>
    private const int PlacesOfName = 4;

    private readonly (string? Name, T Value)[] _places;

    public NameTable(IReadOnlyCollection<KeyValuePair<string, T>> names)
    {
        _places = new (string?, T)[BitOperations.RoundUpToPowerOf2((uint)(names.Count * PlacesOfName))];
        foreach ((string name, T value) in names)
        {
            int place = PlaceOf(HashOf(name));
            while (_places[place].Name is not null)
            {
                place = PlaceOf(place + 1);
            }

            _places[place] = (name, value);
        }
    }

    /// <summary>A number that equal names share, in any case.</summary>
    public static int HashOf(ReadOnlySpan<char> name)
    {
        // The fifth bit is the case of ASCII letters.
        uint hash = (uint)name.Length;
        foreach (char c in name)
        {
            hash = unchecked((hash * 31) + (c | 0x20u));
        }

        return unchecked((int)(hash ^ (hash >> 15)));
    }

    /// <summary>What a name stands for.</summary>
    /// <param name="name">The name in any case.</param>
    /// <param name="hash">Its <see cref="HashOf"/>.</param>
    /// <returns>The default value if it is not in the table.</returns>
    public T? Find(ReadOnlySpan<char> name, int hash)
    {
        for (int place = PlaceOf(hash); _places[place].Name is { } known; place = PlaceOf(place + 1))
        {
            if (known.Length == name.Length && Ascii.EqualsIgnoreCase(known, name))
            {
                return _places[place].Value;
            }
        }

        return default;
    }

    private int PlaceOf(int hash) => hash & (_places.Length - 1);
}

using System.Xml;

namespace NewsDiff.Feeds.Reading;

/// <summary>Recognises XML names, and keeps one string for each.</summary>
internal sealed class TagNames
{
    private const int MostKept = 4096;

    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _keptBySpan;

    /// <summary>Creates an empty set.</summary>
    public TagNames() => _keptBySpan = _kept.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns a text as a name, or null when it is not one.</summary>
    public string? Find(ReadOnlySpan<char> text)
    {
        if (_keptBySpan.TryGetValue(text, out string? kept))
        {
            return kept;
        }

        string name = text.ToString();
        if (!IsName(name))
        {
            return null;
        }

        if (_kept.Count < MostKept)
        {
            _kept.Add(name);
        }

        return name;
    }

    private static bool IsName(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? XmlReader.IsName(name)
            : XmlReader.IsName(name[..colon])
                && XmlReader.IsName(name[(colon + 1)..])
                && name.LastIndexOf(':') == colon;
    }
}

namespace NewsDiff.Tool.Configuration;

/// <summary>The keys of settings as their readers spell them, noted while they read.</summary>
/// <remarks>Environment variables are often in capitals, but users are shown the usual spelling.</remarks>
internal sealed class KnownKeys
{
    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a reader asked for the setting.</summary>
    internal bool Has(string key) => _known.ContainsKey(key);

    /// <summary>Notes a key.</summary>
    internal void Add(string key) => _known.TryAdd(key, key);

    /// <summary>Spells a key as its reader does.</summary>
    internal string Spell(string key)
    {
        string rest = "";
        for (string known = key; known.Length > 0; known = known[..Math.Max(0, known.LastIndexOf(':'))])
        {
            if (_known.TryGetValue(known, out string? spelled))
            {
                return spelled + rest;
            }

            rest = key[Math.Max(0, known.LastIndexOf(':'))..];
        }

        return key;
    }
}

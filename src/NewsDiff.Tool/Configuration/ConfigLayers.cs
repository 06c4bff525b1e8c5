using System.Globalization;

namespace NewsDiff.Tool.Configuration;

/// <summary>The values of settings from several sources; later sources win.</summary>
internal sealed class ConfigLayers
{
    private readonly Dictionary<string, (ConfigEntry Entry, int Layer)> _entries =
        new(StringComparer.OrdinalIgnoreCase);

    private int _layer;

    /// <summary>The values in effect, in the order of the keys.</summary>
    internal IReadOnlyList<ConfigEntry> Entries =>
        [.. _entries.Values.Select(static held => held.Entry).OrderBy(
            static entry => entry.Key, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Adds a source; a list's item replaces the one with its number, as in hosts.</summary>
    internal void Add(IEnumerable<ConfigEntry> entries)
    {
        _layer++;
        foreach (ConfigEntry entry in entries)
        {
            Overrule(entry.Key);
            _entries[entry.Key] = (entry, _layer);
        }
    }

    /// <summary>Adds the options of the command line: a list replaces the whole list.</summary>
    internal void AddOptions(IReadOnlyCollection<ConfigEntry> entries)
    {
        foreach (string list in entries.Select(entry => ListOf(entry.Key)).OfType<string>().Distinct())
        {
            foreach (string key in _entries.Keys.Where(key => IsBelow(list, key)).ToList())
            {
                _entries.Remove(key);
            }
        }

        Add(entries);
    }

    /// <summary>Removes the value that an earlier source gave under the setting's other name.</summary>
    private void Overrule(string key)
    {
        foreach ((string one, string other) in ConfigKeys.Twins)
        {
            string? twin = Is(key, one) ? other : Is(key, other) ? one : null;
            if (twin is not null && _entries.TryGetValue(twin, out var held) && held.Layer < _layer)
            {
                _entries.Remove(twin);
            }
        }
    }

    private static bool Is(string key, string other) => key.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string list, string key) =>
        Is(key, list) || key.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase);

    /// <summary>The list that an item belongs to; null for any other key.</summary>
    private static string? ListOf(string key)
    {
        int last = key.LastIndexOf(':');
        return int.TryParse(key.AsSpan(last + 1), CultureInfo.InvariantCulture, out _) ? key[..last] : null;
    }
}

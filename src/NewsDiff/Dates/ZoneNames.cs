using System.Collections.Frozen;

namespace NewsDiff.Dates;

/// <summary>The offsets of named time zones, from RFC 822 and from use in feeds.</summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, int> Minutes = new (string Names, int Minutes)[]
    {
        ("z ut gmt utc wet", 0),
        ("west bst cet met mez", 60),
        ("cest mest mesz eet sast", 120),
        ("eest msk мск", 180),
        ("ist", 330),
        ("npt", 345),
        ("wib", 420),
        ("hkt sgt awst wita", 480),
        ("jst kst wit", 540),
        ("aest", 600),
        ("aedt", 660),
        ("nzst", 720),
        ("nzdt", 780),
        ("adt brt art", -180),
        ("ast edt", -240),
        ("est et cdt", -300),
        ("cst ct mdt", -360),
        ("mst mt pdt", -420),
        ("pst pt akdt", -480),
        ("akst", -540),
        ("hst", -600),
    }
        .SelectMany(static zone => zone.Names.Split(' ').Select(name => KeyValuePair.Create(name, zone.Minutes)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The offsets, in minutes, of names that mean another zone in a country; null if the season decides.
    /// </summary>
    private static readonly FrozenDictionary<string, int?> ByCountry = new (string Names, int? Minutes)[]
    {
        ("IL:ist", null),
        ("IE:ist", 60),
        ("BD:bst", 360),
        ("CN:cst TW:cst", 480),
        ("CU:cst", -300),
        ("AU:est", 600),
        ("AU:cst", 570),
        ("AU:edt", 660),
        ("PH:pst MY:mst", 480),
        ("PK:pst", 300),
        ("SA:ast KW:ast QA:ast BH:ast IQ:ast", 180),
    }
        .SelectMany(static zone => zone.Names.Split(' ').Select(name => KeyValuePair.Create(name, zone.Minutes)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The offset of a zone.</summary>
    /// <param name="name">The zone's name, in any case.</param>
    /// <param name="country">The code of the country that it is read in, or null.</param>
    /// <returns>The offset; null when the name is unknown or ambiguous.</returns>
    public static TimeSpan? Find(ReadOnlySpan<char> name, string? country = null)
    {
        if (!Minutes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out int minutes))
        {
            return null;
        }

        return country is not null && ByCountry.TryGetValue($"{country}:{name}", out int? local)
            ? (local is { } there ? TimeSpan.FromMinutes(there) : null)
            : TimeSpan.FromMinutes(minutes);
    }
}

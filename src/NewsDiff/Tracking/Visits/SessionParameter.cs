using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NewsDiff.Identity;
using NewsDiff.Tracking.Articles;

namespace NewsDiff.Tracking.Visits;

/// <summary>One or two parameters in the links of a feed that may be a session.</summary>
/// <remarks>They have new values at every reading, under the same titles and the same rest of the address.</remarks>
/// <param name="Site">The site of the addresses.</param>
/// <param name="Name">Its name; of two, both, with a space between them.</param>
/// <param name="Sketch">Some entries of the last reading: addresses without the parameter, with titles.</param>
internal sealed record SessionParameter(string Site, string Name, string Sketch)
{
    /// <summary>Four parameters and their pairs: a memory must stay small.</summary>
    private const int MostParameters = 10;

    private const int MostNamesPaired = 4;
    private const int LongestName = 64;
    private const int MostInSketch = 8;

    /// <summary>After this many readings it may be suspected: a daily edition changes once a day.</summary>
    private const int ChangesToSuspect = 2;

    /// <summary>The minimum number of new values in these readings: a feed of one entry needs more readings.</summary>
    private const int ValuesToSuspect = 6;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How often in a row all values were new.</summary>
    public int Changes { get; init; }

    /// <summary>How many new values these readings had.</summary>
    public int Values { get; init; }

    /// <summary>When the first of these readings was.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Whether it is known that it does not tell articles apart.</summary>
    public bool IsProven { get; init; }

    /// <summary>Whether addresses that differ only in it are compared by their texts.</summary>
    [JsonIgnore]
    public bool IsSuspected => IsProven || (Changes >= ChangesToSuspect && Values >= ValuesToSuspect);

    /// <summary>What is known after a reading.</summary>
    /// <param name="before">What was known.</param>
    /// <param name="sightings">The entries, with keys of their whole addresses.</param>
    /// <param name="announced">What the feed said before.</param>
    /// <param name="now">The time of the reading.</param>
    public static ImmutableArray<SessionParameter> After(
        ImmutableArray<SessionParameter> before,
        List<FeedSighting> sightings,
        Announcements announced,
        DateTimeOffset now)
    {
        var groups = sightings
            .SelectMany(sighting => CandidatesIn(sighting.Link)
                .Select(name => (sighting.Link.Authority, Name: name, Sighting: sighting)))
            .GroupBy(found => (found.Authority, found.Name), found => found.Sighting)
            .ToDictionary(group => group.Key, group => group.ToList());
        IEnumerable<SessionParameter> absent = before.Where(
            known => known.IsProven && !groups.ContainsKey((known.Site, known.Name)));
        List<SessionParameter> present = [.. groups.Select(group => After(
            before.FirstOrDefault(known => (known.Site, known.Name) == group.Key)
                ?? new SessionParameter(group.Key.Authority, group.Key.Name, ""),
            group.Value, announced, now)).OfType<SessionParameter>()];
        return [.. absent
            .Concat(present.Where(known => !known.HoldsOneOf(present)))
            .OrderByDescending(known => known.IsSuspected).ThenByDescending(known => known.Changes)
            .Take(MostParameters)];
    }

    /// <summary>The parameters of an address that may be sessions, and their pairs.</summary>
    public static IEnumerable<string> CandidatesIn(Uri url)
    {
        List<string> names = AddressParameters.NamesOf(url).FindAll(name => name.Length <= LongestName);
        string[] paired = [.. names.Take(MostNamesPaired)];
        return names.Concat(paired.SelectMany(
            (first, index) => paired.Skip(index + 1).Select(second => $"{first} {second}")));
    }

    /// <summary>An address without a parameter, or without both of two.</summary>
    public static Uri Without(Uri url, string name) => name.Split(' ').Aggregate(url, AddressParameters.Without);

    /// <summary>Whether one of two parameters is already enough.</summary>
    private bool HoldsOneOf(List<SessionParameter> others) => Name.Contains(' ', StringComparison.Ordinal)
        && others.Exists(other => other.IsSuspected && other.Site == Site
            && Name.Split(' ').Contains(other.Name, StringComparer.Ordinal));

    /// <summary>What is known after a reading; null when the parameter tells two entries apart.</summary>
    private static SessionParameter? After(
        SessionParameter before, List<FeedSighting> entries, Announcements announced, DateTimeOffset now)
    {
        var keys = new Dictionary<string, string>();
        var seen = new Dictionary<uint, FeedSighting>();
        foreach (FeedSighting entry in entries)
        {
            string rest = ArticleKey.OfAddress(Without(entry.Link, before.Name)).ToString();
            if (!keys.TryAdd(rest, entry.Key) && keys[rest] != entry.Key)
            {
                return null;
            }

            seen[HashOf($"{rest}\n{entry.IdKey}\n{entry.Entry.Title}")] = entry;
        }

        List<FeedSighting> again =
            [.. TextSketch.Read(before.Sketch).Where(seen.ContainsKey).Select(hash => seen[hash])];
        int unchanged = again.Count(entry => announced.Knows(entry.Key));
        SessionParameter next = before with
        {
            Sketch = TextSketch.Write([.. seen.Keys.Order().Take(MostInSketch)]),
        };
        if (before.IsProven || (again.Count > 0 && unchanged == again.Count))
        {
            return next;
        }

        // Most entries stay from one reading to the next.
        bool isNew = again.Count * 2 >= Math.Min(seen.Count, MostInSketch) && again.Count > 0 && unchanged == 0;
        bool goesOn = isNew && before.Changes > 0 && now - before.Since < Day;
        next = !isNew ? next with { Changes = 0, Values = 0 }
            : goesOn ? next with { Changes = before.Changes + 1, Values = before.Values + again.Count }
            : next with { Changes = 1, Values = again.Count, Since = now };

        // The feed itself says by its ids that these are the same entries.
        return next with { IsProven = next.IsSuspected && again.TrueForAll(entry => entry.IdKey is not null) };
    }

    private static uint HashOf(string text) => (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));
}

using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace NewsDiff.Tracking.Visits;

/// <summary>What a feed said about its entries, so that a new title or date is noticed.</summary>
/// <remarks>
/// It keeps four numbers an entry, of the first entries only: feeds have the newest first. Some feeds date an entry
/// with the time of the request: after three new dates in a row its date does not count, until it stays the same.
/// </remarks>
internal sealed class Announcements
{
    private const int MostEntries = 256;
    private const int BytesEach = 4 * sizeof(uint);

    /// <summary>The beginning of the text; earlier forms had other numbers.</summary>
    private const string Form = "3:";

    /// <summary>The new dates in a row after which a date no longer counts; two bits of its number.</summary>
    private const uint NewDatesToIgnore = 3;

    /// <summary>Up to this many entries with a new date always count.</summary>
    private const int FewNewDates = 2;

    private readonly Dictionary<uint, Announcement> _entries = [];

    /// <summary>Reads what was remembered; empty when it cannot be read.</summary>
    public static Announcements Read(string? text)
    {
        var announcements = new Announcements();
        byte[] bytes = new byte[MostEntries * BytesEach];
        if (text?.StartsWith(Form, StringComparison.Ordinal) is true
            && Convert.TryFromBase64String(text[Form.Length..], bytes, out int length))
        {
            for (int at = 0; at + BytesEach <= length; at += BytesEach)
            {
                announcements._entries[Number(bytes, at)] = new Announcement(
                    Number(bytes, at + 4), Number(bytes, at + 8), Number(bytes, at + 12));
            }
        }

        return announcements;
    }

    /// <summary>Notes an entry.</summary>
    /// <param name="sighting">The entry.</param>
    /// <param name="before">What the feed said before.</param>
    public void Add(in FeedSighting sighting, Announcements before)
    {
        uint address = HashOf(sighting.Key);
        if (_entries.Count < MostEntries || _entries.ContainsKey(address))
        {
            Announcement said = Of(sighting) with { Key = sighting.Key };
            _entries[address] = before._entries.TryGetValue(address, out Announcement old) && said.IsDatedAfter(old)
                ? said with { NewDates = Math.Min(old.NewDates + 1, NewDatesToIgnore) }
                : said;
        }
    }

    /// <summary>Leaves out an entry, so that it is looked at again.</summary>
    public void Remove(in FeedSighting sighting) => _entries.Remove(HashOf(sighting.Key));

    /// <summary>Whether the feed said the same about an entry: address, id, title and date.</summary>
    public bool Says(in FeedSighting sighting) =>
        _entries.TryGetValue(HashOf(sighting.Key), out Announcement said) && said.IsLike(Of(sighting))
        && (!said.IsDatedAfter(Of(sighting)) || said.NewDates == NewDatesToIgnore);

    /// <summary>Whether the feed has said nothing yet.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Whether the feed had an entry with this key.</summary>
    public bool Knows(string key) => _entries.ContainsKey(HashOf(key));

    /// <summary>The keys of the entries about which the feed said something else before.</summary>
    /// <remarks>Some feeds give every entry the time of the request: when most dates are new, none counts.</remarks>
    public List<string> ChangedSince(Announcements before)
    {
        List<(string Key, bool IsTitle)> changed = [];
        foreach ((uint address, Announcement now) in _entries)
        {
            if (now.Key is not null && before._entries.TryGetValue(address, out Announcement old)
                && (old.Title != now.Title || (now.IsDatedAfter(old) && old.NewDates < NewDatesToIgnore)))
            {
                changed.Add((now.Key, old.Title != now.Title));
            }
        }

        int known = _entries.Keys.Count(before._entries.ContainsKey);
        int dates = changed.Count(entry => !entry.IsTitle);
        bool doDatesCount = dates <= FewNewDates || dates * 2 <= known;
        return [.. changed.Where(entry => entry.IsTitle || doDatesCount).Select(entry => entry.Key)];
    }

    /// <summary>Writes what is to be remembered; null for nothing.</summary>
    public string? Write()
    {
        byte[] bytes = new byte[_entries.Count * BytesEach];
        int at = 0;
        foreach ((uint address, Announcement said) in _entries)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), address);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 4), said.Title);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 8), said.Date);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 12), said.Id);
            at += BytesEach;
        }

        return at == 0 ? null : Form + Convert.ToBase64String(bytes);
    }

    private static Announcement Of(in FeedSighting sighting)
    {
        DateTimeOffset? date = (sighting.Entry.UpdatedAt ?? sighting.Entry.PublishedAt)?.ToDateTimeOffset();
        string time = date?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";
        return new Announcement(
            HashOf(sighting.Entry.Title), HashOf(time) & ~NewDatesToIgnore, HashOf(sighting.IdKey ?? ""));
    }

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static uint HashOf(string text) => (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>What a feed said about one entry, as hashes.</summary>
    /// <param name="Title">Its title.</param>
    /// <param name="Date">When it was updated or, if unknown, published; and how often in a row that was new.</param>
    /// <param name="Id">The key of its id.</param>
    private readonly record struct Announcement(uint Title, uint Date, uint Id)
    {
        public uint NewDates
        {
            get => Date & NewDatesToIgnore;
            init => Date = (Date & ~NewDatesToIgnore) | value;
        }

        public bool IsLike(in Announcement other) => (Title, Id) == (other.Title, other.Id);

        public bool IsDatedAfter(in Announcement other) =>
            (Date & ~NewDatesToIgnore) != (other.Date & ~NewDatesToIgnore);

        /// <summary>The key of its address; null for what was remembered.</summary>
        public string? Key { get; init; }
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using NewsDiff.Feeds;

namespace NewsDiff.Tracking.Visits;

/// <summary>What a feed said of its entries, so that a new title or date is noticed.</summary>
/// <remarks>It keeps three numbers an entry, of the first entries only: feeds have the newest first.</remarks>
internal sealed class Announcements
{
    private const int MostEntries = 256;
    private const int BytesEach = 3 * sizeof(uint);

    /// <summary>The most entries with a new date that count beside more that do not.</summary>
    private const int FewNewDates = 2;

    private readonly Dictionary<uint, (uint Title, uint Date, string? Key)> _entries = [];

    /// <summary>Reads what was remembered; empty when it cannot be read.</summary>
    public static Announcements Read(string? text)
    {
        var announcements = new Announcements();
        byte[] bytes = new byte[MostEntries * BytesEach];
        if (text is not null && Convert.TryFromBase64String(text, bytes, out int length))
        {
            for (int at = 0; at + BytesEach <= length; at += BytesEach)
            {
                announcements._entries[Number(bytes, at)] = (Number(bytes, at + 4), Number(bytes, at + 8), null);
            }
        }

        return announcements;
    }

    /// <summary>Notes an entry.</summary>
    /// <param name="key">The key of its address.</param>
    /// <param name="entry">What the feed says of it.</param>
    public void Add(string key, FeedEntry entry)
    {
        if (_entries.Count < MostEntries)
        {
            DateTimeOffset? date = (entry.UpdatedAt ?? entry.PublishedAt)?.ToDateTimeOffset();
            string time = date?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";
            _entries[HashOf(key)] = (HashOf(entry.Title), HashOf(time), key);
        }
    }

    /// <summary>The keys of the entries of which the feed said something else before.</summary>
    /// <remarks>Some feeds give every entry the time of the reading: when most dates are new, none counts.</remarks>
    public List<string> ChangedSince(Announcements before)
    {
        List<(string Key, bool IsTitle)> changed = [];
        foreach ((uint id, (uint title, uint date, string? key)) in _entries)
        {
            if (key is not null && before._entries.TryGetValue(id, out (uint Title, uint Date, string? Key) old)
                && (old.Title != title || old.Date != date))
            {
                changed.Add((key, old.Title != title));
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
        foreach ((uint id, (uint title, uint date, _)) in _entries)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), id);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 4), title);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 8), date);
            at += BytesEach;
        }

        return at == 0 ? null : Convert.ToBase64String(bytes);
    }

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static uint HashOf(string text) => (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));
}

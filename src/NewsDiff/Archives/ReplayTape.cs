using NewsDiff.Identity;

namespace NewsDiff.Archives;

/// <summary>The captures of an archive in order of time, of which each is played once.</summary>
/// <remarks>Asked for an address, it gives the captures of that address one after the other. It is safe for concurrent use.</remarks>
internal sealed class ReplayTape
{
    private readonly Lock _gate = new();
    private readonly CaptureEntry[] _captures;
    private readonly bool[] _isPlayed;
    private readonly Dictionary<string, List<int>> _byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);

    /// <summary>Puts captures in order: by time, then as they were kept.</summary>
    public ReplayTape(IEnumerable<CaptureEntry> captures)
    {
        _captures = [.. captures.OrderBy(static capture => capture.CapturedAt)];
        _isPlayed = new bool[_captures.Length];
        for (int i = 0; i < _captures.Length; i++)
        {
            Add(_byUrl, _captures[i].Url.AbsoluteUri, i);
            Add(_byKey, ArticleKeys.Of(_captures[i].Url)[0], i);
        }
    }

    /// <summary>All captures, in order.</summary>
    public IReadOnlyList<CaptureEntry> Captures => _captures;

    /// <summary>Whether there is any capture of an address, played or not.</summary>
    public bool Knows(Uri url) => Find(url).Count > 0;

    /// <summary>Plays the next capture of an address.</summary>
    /// <returns>The capture; null when there is none left.</returns>
    public CaptureEntry? Play(Uri url)
    {
        lock (_gate)
        {
            int next = Find(url).FindIndex(i => !_isPlayed[i]);
            return next < 0 ? null : Mark(Find(url)[next]);
        }
    }

    /// <summary>Plays the next capture of an address, or the last again when there is none left.</summary>
    public CaptureEntry? PlayOrRepeat(Uri url) => Play(url) ?? (Find(url) is [.., var last] ? _captures[last] : null);

    /// <summary>The last capture of an address, up to a time, whose answer brought content; null when there is none.</summary>
    public CaptureEntry? FindContent(Uri url, DateTimeOffset until) => Find(url)
        .Select(i => _captures[i]).LastOrDefault(capture => capture.StatusCode == 200 && capture.CapturedAt <= until);

    /// <summary>When the first capture after a time was made that was not played; null when there is none.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset time)
    {
        lock (_gate)
        {
            for (int i = FirstAfter(time); i < _captures.Length; i++)
            {
                if (!_isPlayed[i])
                {
                    return _captures[i].CapturedAt;
                }
            }

            return null;
        }
    }

    private static void Add(Dictionary<string, List<int>> index, string key, int capture)
    {
        if (!index.TryGetValue(key, out List<int>? captures))
        {
            index.Add(key, captures = []);
        }

        captures.Add(capture);
    }

    /// <summary>The captures of an address as it is written or, where there are none, of what is the same article.</summary>
    private List<int> Find(Uri url) =>
        _byUrl.GetValueOrDefault(url.AbsoluteUri) ?? _byKey.GetValueOrDefault(ArticleKeys.Of(url)[0]) ?? [];

    private CaptureEntry Mark(int capture)
    {
        _isPlayed[capture] = true;
        return _captures[capture];
    }

    private int FirstAfter(DateTimeOffset time)
    {
        int low = 0;
        int high = _captures.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _captures[middle].CapturedAt <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

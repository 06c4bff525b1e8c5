using System.Text;
using NewsDiff.Identity;

namespace NewsDiff.Archives;

/// <summary>An archive's captures in order of time, each of which is played once.</summary>
/// <remarks>
/// For an address, it plays the captures of that address one after the other. It is safe for concurrent use.
/// </remarks>
internal sealed class ReplayTape
{
    private const int None = -1;

    private readonly Lock _gate = new();
    private readonly CaptureTable _captures;
    private readonly bool[] _isPlayed;
    private readonly bool[] _isSkipped;

    /// <summary>The first capture of each article; each capture links to the next of its article.</summary>
    private readonly Dictionary<UInt128, int> _first;
    private readonly int[] _next;

    /// <summary>Makes a tape; no capture has been played.</summary>
    public ReplayTape(CaptureTable captures)
    {
        _captures = captures;
        _isPlayed = new bool[captures.Count];
        _isSkipped = new bool[captures.Count];
        _first = [];
        _next = new int[captures.Count];
        for (int i = captures.Count - 1; i >= 0; i--)
        {
            UInt128 article = ArticleOf(captures[i].Url);
            _next[i] = _first.GetValueOrDefault(article, None);
            _first[article] = i;
        }
    }

    /// <summary>All captures, in order.</summary>
    public IReadOnlyList<CaptureEntry> Captures => _captures;

    /// <summary>Plays the next capture of an address.</summary>
    /// <returns>The capture; null when none is left.</returns>
    public CaptureEntry? Play(Uri url)
    {
        lock (_gate)
        {
            if (NextOf(url) is not { } capture)
            {
                return null;
            }

            _isPlayed[capture] = true;
            return _captures[capture];
        }
    }

    /// <summary>Plays the last capture of an address until a time, otherwise the first after it.</summary>
    /// <remarks>
    /// Used for robots.txt, which is in force until its next capture. Older captures count as played.
    /// </remarks>
    public CaptureEntry? PlayLatest(Uri url, DateTimeOffset time)
    {
        lock (_gate)
        {
            int latest = None;
            foreach (int capture in Find(url))
            {
                if (latest != None && _captures.RowAt(capture).CapturedAt > time)
                {
                    break;
                }

                _isPlayed[capture] = true;
                latest = capture;
            }

            return EntryAt(latest);
        }
    }

    /// <summary>The index of the next capture of an address; null when none is left.</summary>
    public int? NextOf(Uri url)
    {
        lock (_gate)
        {
            foreach (int capture in Find(url))
            {
                if (!_isPlayed[capture])
                {
                    return capture;
                }
            }

            return null;
        }
    }

    /// <summary>Whether a capture was played or skipped.</summary>
    public bool IsPlayed(int capture)
    {
        lock (_gate)
        {
            return _isPlayed[capture];
        }
    }

    /// <summary>Skips a capture whose content is known.</summary>
    public void Skip(int capture)
    {
        lock (_gate)
        {
            _isPlayed[capture] = true;
            _isSkipped[capture] = true;
        }
    }

    /// <summary>How many captures were skipped.</summary>
    public int CountSkipped()
    {
        lock (_gate)
        {
            return _isSkipped.Count(static isSkipped => isSkipped);
        }
    }

    /// <summary>The captures that were neither played nor skipped.</summary>
    public IReadOnlyList<CaptureEntry> Unplayed()
    {
        lock (_gate)
        {
            return [.. _captures.Where((_, capture) => !_isPlayed[capture])];
        }
    }

    /// <summary>The last capture of an address until a time that has content; null for none.</summary>
    public CaptureEntry? FindContent(Uri url, DateTimeOffset until) =>
        EntryAt(
            Find(url).LastOrDefault(
                i => _captures.RowAt(i).StatusCode == 200 && _captures.RowAt(i).CapturedAt <= until, None));

    /// <summary>The first unplayed capture after a time; null when there is none.</summary>
    public CaptureEntry? NextAfter(DateTimeOffset time)
    {
        lock (_gate)
        {
            for (int i = FirstAfter(time); i < _isPlayed.Length; i++)
            {
                if (!_isPlayed[i])
                {
                    return _captures[i];
                }
            }

            return null;
        }
    }

    private static UInt128 ArticleOf(Uri url) => ShortName.Of(ArticleKeys.Compute(url)[0]);

    private CaptureEntry? EntryAt(int capture) => capture == None ? null : _captures[capture];

    /// <summary>The captures of an address as written; otherwise the captures of the same article.</summary>
    private IEnumerable<int> Find(Uri url)
    {
        byte[] written = Encoding.UTF8.GetBytes(url.AbsoluteUri);
        IEnumerable<int> article = Follow(_first.GetValueOrDefault(ArticleOf(url), None));
        IEnumerable<int> exact = article.Where(i => _captures.RowAt(i).Url.SequenceEqual(written));
        return exact.Any() ? exact : article;
    }

    private IEnumerable<int> Follow(int capture)
    {
        for (; capture != None; capture = _next[capture])
        {
            yield return capture;
        }
    }

    private int FirstAfter(DateTimeOffset time)
    {
        int low = 0;
        int high = _captures.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _captures.RowAt(middle).CapturedAt <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

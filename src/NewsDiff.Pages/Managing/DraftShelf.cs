using System.Security.Cryptography;

namespace NewsDiff.Pages.Managing;

/// <summary>Keeps what people typed between a form and the page that follows, for half an hour.</summary>
/// <remarks>A draft is named by a random number, so nobody can guess another person's.</remarks>
internal sealed class DraftShelf<T>(TimeProvider clock)
    where T : class
{
    // Each has a page that was read; nobody works on so many at once.
    private const int MostDrafts = 32;

    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, DateTimeOffset At, T Draft)> _drafts = [];

    /// <summary>Keeps a draft; the oldest one goes when there are too many.</summary>
    /// <returns>Its name.</returns>
    internal string Keep(T draft)
    {
        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        lock (_gate)
        {
            _drafts.AddLast((key, clock.GetUtcNow(), draft));
            if (_drafts.Count > MostDrafts)
            {
                _drafts.RemoveFirst();
            }
        }

        return key;
    }

    /// <summary>Finds a draft; null when it is unknown or too old.</summary>
    internal T? Find(string key)
    {
        lock (_gate)
        {
            DateTimeOffset oldest = clock.GetUtcNow() - Lasting;
            while (_drafts.First is { Value.At: var at } && at < oldest)
            {
                _drafts.RemoveFirst();
            }

            return _drafts.FirstOrDefault(kept => kept.Key == key).Draft;
        }
    }
}

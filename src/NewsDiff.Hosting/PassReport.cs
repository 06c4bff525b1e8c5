using Microsoft.Extensions.Logging;

namespace NewsDiff.Hosting;

/// <summary>Logs what each pass did, and which feeds began or ceased to fail.</summary>
internal sealed class PassReport(TimeProvider clock, ILogger logger)
{
    private readonly HashSet<string> _failing = [];
    private readonly Dictionary<CheckKind, int> _counts = [];
    private readonly HashSet<string> _spent = [];
    private DateTimeOffset? _spentUntil;
    private long _began;

    /// <summary>Begins a pass.</summary>
    public void Begin()
    {
        _counts.Clear();
        _spent.Clear();
        _began = clock.GetTimestamp();
    }

    /// <summary>Counts an outcome; a feed that fails is named once, until it can be read again.</summary>
    public void Note(CheckOutcome outcome)
    {
        _counts[outcome.Kind] = _counts.GetValueOrDefault(outcome.Kind) + 1;
        if (outcome.Kind == CheckKind.Postponed)
        {
            _spent.Add(outcome.Url.Authority);
            _spentUntil = outcome.NextCheckAt;
            return;
        }

        if (outcome.ArticleId is not null)
        {
            return;
        }

        string feed = outcome.Url.OriginalString;
        if (outcome.Kind is CheckKind.Failed or CheckKind.Vanished)
        {
            if (_failing.Add(feed))
            {
                logger.FeedFails(outcome.Url, outcome.Reason, outcome.NextCheckAt);
            }
        }
        else if (_failing.Remove(feed))
        {
            logger.FeedRecovered(outcome.Url);
        }
    }

    /// <summary>Ends a pass, and logs in one line what it did, even if that is nothing.</summary>
    public void End()
    {
        logger.PassEnded(
            clock.GetElapsedTime(_began).TotalSeconds,
            _counts.Values.Sum(),
            _counts.GetValueOrDefault(CheckKind.FirstSeen),
            _counts.GetValueOrDefault(CheckKind.Changed),
            _counts.GetValueOrDefault(CheckKind.Failed));
        if (_spent.Count > 0)
        {
            logger.SitesOverBudget(_spent.Count, _spentUntil);
        }
    }
}

using NewsDiff.Fetching;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    private readonly Dictionary<string, SiteRow> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Answer, DateTimeOffset ValidUntil)> _robots =
        new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<SiteTurn> TakeTurnAsync(
        string site, string holder, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(site);
        ArgumentException.ThrowIfNullOrWhiteSpace(holder);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            DateTimeOffset now = _timeProvider.GetUtcNow();
            SiteRow row = _sites.GetValueOrDefault(site) ?? new SiteRow();
            bool isBusy = row.Holder is not null && row.Holder != holder && row.TurnUntil > now;
            bool isHeld = row.HeldUntil > now;
            if (!isBusy && !isHeld)
            {
                row = row with
                {
                    Number = row.Holder == holder ? row.Number : row.Number + 1,
                    LastRequestAt = row.Holder is null || row.Holder == holder ? row.LastRequestAt : row.TurnUntil,
                    Holder = holder,
                    TurnUntil = now + lease,
                };
                _sites[site] = row;
            }

            return ValueTask.FromResult(new SiteTurn
            {
                Site = site,
                Holder = holder,
                Number = isBusy || isHeld ? 0 : row.Number,
                SinceLast = now - row.LastRequestAt,
                HeldFor = isHeld ? row.HeldUntil - now : null,
                Holds = row.Holds,
                BusyFor = isBusy ? row.TurnUntil - now : TimeSpan.Zero,
            });
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> EndTurnAsync(SiteTurn turn, bool wasAsked, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            DateTimeOffset now = _timeProvider.GetUtcNow();
            bool isOwn = _sites.TryGetValue(turn.Site, out SiteRow? row)
                && row.Holder == turn.Holder && row.Number == turn.Number;
            if (isOwn)
            {
                _sites[turn.Site] = row! with
                {
                    Holder = null,
                    LastRequestAt = wasAsked ? now : row.LastRequestAt,
                    HeldUntil = turn.HeldFor is { } held ? now + held : row.HeldUntil,
                    Holds = turn.Holds,
                };
            }

            return ValueTask.FromResult(isOwn);
        }
    }

    /// <inheritdoc/>
    public ValueTask<string?> FindRobotsAsync(string origin, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(origin);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            DateTimeOffset now = _timeProvider.GetUtcNow();
            return ValueTask.FromResult(
                _robots.TryGetValue(origin, out (string Answer, DateTimeOffset Until) kept) && kept.Until > now
                    ? kept.Answer
                    : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask SaveRobotsAsync(
        string origin, string answer, TimeSpan lifetime, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(origin);
        ArgumentNullException.ThrowIfNull(answer);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _robots[origin] = (answer, _timeProvider.GetUtcNow() + lifetime);
            return ValueTask.CompletedTask;
        }
    }

    private sealed record SiteRow
    {
        public long Number { get; init; }

        public string? Holder { get; init; }

        public DateTimeOffset TurnUntil { get; init; }

        public DateTimeOffset? LastRequestAt { get; init; }

        public DateTimeOffset? HeldUntil { get; init; }

        public int Holds { get; init; }
    }
}

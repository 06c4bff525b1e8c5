using NewsDiff.Fetching;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    private readonly Dictionary<string, SiteRow> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Answer, DateTimeOffset ValidUntil)> _robots =
        new(StringComparer.Ordinal);

    /// <summary>Counts the requests to all sites, if they have a budget.</summary>
    private SiteRow _all = new();

    /// <inheritdoc/>
    public ValueTask<SiteTurn> TakeTurnAsync(
        string site, string holder, TimeSpan lease, int? maxDaily = null, int? maxDailyOfAll = null,
        CancellationToken cancellationToken = default)
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
            bool isSpent = row.Holder != holder
                && (row.AskedOn(now) >= maxDaily || _all.AskedOn(now) >= maxDailyOfAll);
            if (!isBusy && !isHeld && !isSpent)
            {
                _sites[site] = row = row.GiveTo(holder, now + lease, maxDaily);
            }

            return ValueTask.FromResult(new SiteTurn
            {
                Site = site,
                Holder = holder,
                MaxDailyOfAll = maxDailyOfAll,
                Number = isBusy || isHeld || isSpent ? 0 : row.Number,
                SinceLast = now - row.LastRequestAt,
                HeldFor = isHeld ? row.HeldUntil - now : null,
                Holds = row.Holds,
                SpentFor = isSpent && !isHeld ? now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime : null,
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
                row = wasAsked ? row!.Count(now) : row!;
                _all = wasAsked && turn.MaxDailyOfAll is { } all ? _all.Count(now) with { Budget = all } : _all;
                _sites[turn.Site] = row with
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

    /// <summary>Whether the day's requests to a site, or to all, are used up; the caller holds the gate.</summary>
    private bool IsSpent(string site)
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        return _all.IsSpent(now) || _sites.GetValueOrDefault(site)?.IsSpent(now) is true;
    }

    private sealed record SiteRow
    {
        public DateTime Day { get; init; }

        public int Asked { get; init; }

        public int? Budget { get; init; }

        public long Number { get; init; }

        public string? Holder { get; init; }

        public DateTimeOffset TurnUntil { get; init; }

        public DateTimeOffset? LastRequestAt { get; init; }

        public DateTimeOffset? HeldUntil { get; init; }

        public int Holds { get; init; }

        public SiteRow GiveTo(string holder, DateTimeOffset until, int? budget) => this with
        {
            Budget = Holder == holder ? Budget : budget,
            Number = Holder == holder ? Number : Number + 1,
            LastRequestAt = Holder is null || Holder == holder ? LastRequestAt : TurnUntil,
            Holder = holder,
            TurnUntil = until,
        };

        public int AskedOn(DateTimeOffset now) => Day == now.UtcDateTime.Date ? Asked : 0;

        public bool IsSpent(DateTimeOffset now) => AskedOn(now) >= Budget;

        public SiteRow Count(DateTimeOffset now) =>
            this with { Day = now.UtcDateTime.Date, Asked = AskedOn(now) + 1 };
    }
}

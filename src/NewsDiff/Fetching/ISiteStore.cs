namespace NewsDiff.Fetching;

/// <summary>Keeps turns, holds, budgets and robots.txt of sites for all processes that visit them.</summary>
/// <remarks>
/// <see cref="SitePoliteness.Over"/> makes processes that share a store polite as one. All times are durations, which
/// the store measures by its own clock, so that the clocks of the processes do not matter. No call waits for a site.
/// Implementations are safe for concurrent use; their faults are thrown as their own exceptions.
/// </remarks>
public interface ISiteStore
{
    /// <summary>Takes the turn at a site, or renews it.</summary>
    /// <remarks>
    /// When the day's requests are used up, there is no turn, but a holder can still renew its own.
    /// No other holder has it until it is ended or its lease ends. A lease that ended without
    /// <see cref="EndTurnAsync"/> counts as a request that lasted until then.
    /// </remarks>
    /// <param name="site">The site, as <c>host</c> or <c>host:port</c>.</param>
    /// <param name="holder">Who takes it; the same holder renews its own turn.</param>
    /// <param name="lease">How long the turn lasts unless it is renewed or ended.</param>
    /// <param name="maxDaily">The most requests to the site in a day (UTC); null for any number.</param>
    /// <param name="maxDailyOfAll">The most requests to all sites in a day (UTC); null for any number.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turn; or, with <see cref="SiteTurn.Number"/> 0, why there is none.</returns>
    ValueTask<SiteTurn> TakeTurnAsync(
        string site, string holder, TimeSpan lease, int? maxDaily = null, int? maxDailyOfAll = null,
        CancellationToken cancellationToken = default);

    /// <summary>Ends a turn, and keeps its <see cref="SiteTurn.HeldFor"/> and <see cref="SiteTurn.Holds"/>.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="wasAsked">Whether the site was asked: the gap starts now, and the request counts.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when another holder has taken it since; nothing is kept then.</returns>
    ValueTask<bool> EndTurnAsync(SiteTurn turn, bool wasAsked, CancellationToken cancellationToken = default);

    /// <summary>Finds a site's kept robots.txt, if it may still be used.</summary>
    /// <param name="origin">The scheme, host and port.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The answer in the library's own form; null when there is none.</returns>
    ValueTask<string?> FindRobotsAsync(string origin, CancellationToken cancellationToken = default);

    /// <summary>Keeps a site's robots.txt in place of an earlier one.</summary>
    /// <param name="origin">The scheme, host and port.</param>
    /// <param name="answer">The answer in the library's own form, which the store keeps as it is.</param>
    /// <param name="lifetime">How long it may be used from now on.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that completes when it is kept.</returns>
    ValueTask SaveRobotsAsync(
        string origin, string answer, TimeSpan lifetime, CancellationToken cancellationToken = default);
}

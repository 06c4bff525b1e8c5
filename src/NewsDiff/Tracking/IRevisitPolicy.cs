namespace NewsDiff.Tracking;

/// <summary>Decides the interval to the next visit.</summary>
/// <remarks>
/// Implementations are pure: equal facts give equal answers, on every machine. A tracker moves each visit by up to a
/// tenth of its interval, between <see cref="MinInterval"/> and <see cref="MaxInterval"/>, so that articles found
/// together drift apart.
/// </remarks>
public interface IRevisitPolicy
{
    /// <summary>The shortest interval that the policy returns. The default is zero: unknown.</summary>
    TimeSpan MinInterval => TimeSpan.Zero;

    /// <summary>The longest interval; the tracker shortens longer ones to it. The default is 366 days.</summary>
    /// <remarks>
    /// A visit planned further ahead was planned by a wrong clock: it is due at once, at most once a day.
    /// </remarks>
    TimeSpan MaxInterval => TimeSpan.FromDays(366);

    /// <summary>The time from this visit to the next one.</summary>
    /// <param name="facts">The facts after this visit.</param>
    /// <returns>The interval, more than zero; null to end the visits.</returns>
    TimeSpan? NextInterval(RevisitFacts facts);
}

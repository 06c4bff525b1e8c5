namespace NewsDiff.Tracking;

/// <summary>Visits often after a change, and less often the longer nothing changes.</summary>
/// <remarks>
/// <para> The interval is <see cref="First"/> plus a fixed share of the time since the last change. Without delays,
/// each interval is <see cref="Growth"/> times the previous one; an early or late visit does not disturb the sequence.
/// </para> <para> With the defaults, before the tracker spreads them: 30, 36, 43 … minutes; 12 visits in the first day,
/// 23 in the first week, 31 in the first month. After the 42nd visit without a change, 220 days after the change, the
/// next interval would exceed 40 days, so visits end. </para> <para> A policy that <see cref="Learns"/> adds five
/// rules. The time without a change counts twice beyond the first day. An article that was old when its feed was
/// added is visited as if it had been quiet for up to a day before, until it changes. An article with two to twenty
/// changes is visited after half of <see cref="First"/>. An article whose only change came more than a day after its
/// first visit is visited a quarter as often. At a site whose articles of this age change more or less often than those
/// of other sites, intervals are up to half or twice as long. </para>
/// </remarks>
public sealed class AdaptiveRevisitPolicy : IRevisitPolicy
{
    /// <summary>The share of <see cref="First"/> for an article that has changed twice.</summary>
    /// <remarks>Within an hour, such an article changes again twice as often as a new article changes.</remarks>
    private const double Lively = 0.5;

    /// <summary>The number of changes that make an article lively: a single one may be its only correction.</summary>
    private const int LeastLively = 2;

    /// <summary>At this number of changes, a page counts as one that changes all the time.</summary>
    /// <remarks>Few articles are edited so often; otherwise a live page would be visited all day.</remarks>
    private const int MostLively = 20;

    /// <summary>How much longer to wait when the only change came late: few such articles change again.</summary>
    private const double AfterLateChange = 4;

    /// <summary>How much a site can lengthen or shorten the intervals of its articles.</summary>
    private const double MostOfSite = 2;

    /// <summary>Most edits come within a day; an article that is quiet by then is likely to stay so.</summary>
    /// <remarks>A stated age counts as no more than this: a wrong date must not hide an article for long.</remarks>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The preset for articles, which learns.</summary>
    /// <remarks>
    /// Its intervals are 15 minutes to 40 days; visits end after a year without a change. A new article that never
    /// changes is visited again 19 times in the first day, 29 times in the first week and 47 times in all.
    /// </remarks>
    public static AdaptiveRevisitPolicy ForArticles { get; } = new()
    {
        First = TimeSpan.FromMinutes(15),
        Growth = 1.15,
        StopsPastMaxInterval = false,
        StopAfter = OptionRange.Year,
        Learns = true,
    };

    /// <summary>The preset for feeds: 15 minutes to 1 hour, without end.</summary>
    public static AdaptiveRevisitPolicy ForFeeds { get; } = new()
    {
        First = TimeSpan.FromMinutes(15),
        MaxInterval = TimeSpan.FromHours(1),
        StopsPastMaxInterval = false,
    };

    /// <summary>The interval after a change, 1 second to 1 year. The default is 30 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan First
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.FromSeconds(1), OptionRange.Year);
    } = TimeSpan.FromMinutes(30);

    /// <summary>The factor between consecutive intervals, 1 to 100. The default is 1.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Growth { get; init => field = OptionRange.Check(value, 1, 100); } = 1.2;

    /// <summary>The longest interval, 1 second to 1 year. The default is 40 days.</summary>
    /// <remarks>The first interval never exceeds it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan MaxInterval
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.FromSeconds(1), OptionRange.Year);
    } = TimeSpan.FromDays(40);

    /// <summary>Whether visits end when a longer interval would be due. The default is true.</summary>
    public bool StopsPastMaxInterval { get; init; } = true;

    /// <summary>The time without a change after which visits end; null for none.</summary>
    /// <remarks>The default is null.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan? StopAfter
    {
        get;
        init => field = value is { } time ? OptionRange.Check(time, TimeSpan.Zero, OptionRange.Year) : null;
    }

    /// <summary>Whether an article's age, its changes and its site count too. The default is false.</summary>
    public bool Learns { get; init; }

    /// <inheritdoc/>
    TimeSpan IRevisitPolicy.MinInterval => TimeSpan.FromSeconds(InSeconds(Learns ? Shortest * Lively : Shortest));

    private double Shortest => Math.Min(First.TotalSeconds, MaxInterval.TotalSeconds);

    /// <inheritdoc/>
    public TimeSpan? NextInterval(RevisitFacts facts)
    {
        if (facts.SinceChange > StopAfter)
        {
            return null;
        }

        double quiet = Math.Max(0, facts.SinceChange.TotalSeconds);
        double seconds = Learns ? Learned(facts, quiet) : Shortest + ((Growth - 1) * quiet);
        if (seconds <= MaxInterval.TotalSeconds)
        {
            return TimeSpan.FromSeconds(InSeconds(seconds));
        }

        return StopsPastMaxInterval ? null : MaxInterval;
    }

    private double Learned(RevisitFacts facts, double quiet) => Math.Max(
        Shortest * Lively, LearnedFromArticle(facts, quiet) * FactorOf(facts.SiteActivity));

    /// <summary>The factor that an article's site gives to its intervals.</summary>
    /// <remarks>
    /// For a given number of visits, delays are shortest when visits are as frequent as the square root of changes.
    /// </remarks>
    private static double FactorOf(double activity) =>
        activity > 0 ? Math.Clamp(1 / Math.Sqrt(activity), 1 / MostOfSite, MostOfSite) : 1;

    private double LearnedFromArticle(RevisitFacts facts, double quiet)
    {
        quiet += facts.Changes > 0 ? 0 : Math.Min(facts.StatedAge.TotalSeconds, Day.TotalSeconds);
        bool isLively = facts.Changes is >= LeastLively and <= MostLively;
        bool isLateOnly = facts.Changes == 1 && facts.Age.TotalSeconds - quiet > Day.TotalSeconds;
        double counted = quiet + Math.Max(0, quiet - Day.TotalSeconds);
        return ((isLively ? Shortest * Lively : Shortest) + ((Growth - 1) * counted))
            * (isLateOnly ? AfterLateChange : 1);
    }

    /// <summary>Whole seconds, at least one: an interval is never zero.</summary>
    private static double InSeconds(double seconds) => Math.Max(1, Math.Round(seconds));
}

using NewsDiff.Settings;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting;

/// <summary>The section <c>Tracker</c>: the settings of <see cref="TrackerOptions"/>, without its services.</summary>
internal static class TrackerSettings
{
    public static TrackerOptions Read(SettingsSection section, TrackerOptions options)
    {
        section.Number("MaxConcurrency", value => options = options with { MaxConcurrency = value });
        section.Duration("Lease", value => options = options with { Lease = value });
        section.Number("JitterSeed", value => options = options with { JitterSeed = value });
        section.Section(
            "ArticlePolicy",
            inner => options = options with { ArticlePolicy = ReadPolicy(inner, options.ArticlePolicy) });
        section.Section(
            "FeedPolicy", inner => options = options with { FeedPolicy = ReadPolicy(inner, options.FeedPolicy) });
        section.Section(
            "Diff", inner => options = options with { Diff = ReadDiff(inner, options.Diff ?? DiffOptions.Default) });
        return options;
    }

    /// <summary>A policy with <c>Interval</c> is fixed; any other is adaptive.</summary>
    private static IRevisitPolicy ReadPolicy(SettingsSection section, IRevisitPolicy policy) =>
        section.Has("Interval") ? ReadFixed(section, policy) : ReadAdaptive(section, policy);

    private static IRevisitPolicy ReadFixed(SettingsSection section, IRevisitPolicy policy)
    {
        TimeSpan? stopAfter = null;
        section.Duration("StopAfter", value =>
        {
            _ = new FixedRevisitPolicy(TimeSpan.FromDays(1), value);
            stopAfter = value;
        });
        section.Duration("Interval", value => policy = new FixedRevisitPolicy(value, stopAfter));
        return policy;
    }

    /// <summary>A policy with values of its own learns only if <c>Learns</c> is set.</summary>
    private static AdaptiveRevisitPolicy ReadAdaptive(SettingsSection section, IRevisitPolicy policy)
    {
        AdaptiveRevisitPolicy given = policy is AdaptiveRevisitPolicy known && (!known.Learns || section.Has("Learns"))
            ? known
            : new AdaptiveRevisitPolicy();
        (TimeSpan first, double growth, TimeSpan maxInterval) = (given.First, given.Growth, given.MaxInterval);
        (bool stops, TimeSpan? stopAfter, bool learns) = (given.StopsPastMaxInterval, given.StopAfter, given.Learns);

        // Each setting is applied separately, so that a fault names its key.
        section.Duration("First", value => first = new AdaptiveRevisitPolicy { First = value }.First);
        section.Fraction("Growth", value => growth = new AdaptiveRevisitPolicy { Growth = value }.Growth);
        section.Duration(
            "MaxInterval", value => maxInterval = new AdaptiveRevisitPolicy { MaxInterval = value }.MaxInterval);
        section.Flag("StopsPastMaxInterval", value => stops = value);
        section.Duration(
            "StopAfter", value => stopAfter = new AdaptiveRevisitPolicy { StopAfter = value }.StopAfter);
        section.Flag("Learns", value => learns = value);
        return new AdaptiveRevisitPolicy
        {
            First = first,
            Growth = growth,
            MaxInterval = maxInterval,
            StopsPastMaxInterval = stops,
            StopAfter = stopAfter,
            Learns = learns,
        };
    }

    private static DiffOptions ReadDiff(SettingsSection section, DiffOptions options)
    {
        section.Flag("IgnoreTypography", value => options = options with { IgnoreTypography = value });
        section.Flag("IgnoreInvisible", value => options = options with { IgnoreInvisible = value });
        section.Flag("IgnoreCase", value => options = options with { IgnoreCase = value });
        section.Fraction("ReplaceWholeBelow", value => options = options with { ReplaceWholeBelow = value });
        section.Number("MaxEffort", value => options = options with { MaxEffort = value });
        return options;
    }
}

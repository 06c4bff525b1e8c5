namespace NewsDiff.TestSupport.Hostile;

/// <summary>All hostile inputs, made by one class for each reader.</summary>
public static class HostileInputs
{
    /// <summary>Those for one reader.</summary>
    public static IEnumerable<HostileInput> Of(HostileKind kind) => All.Where(input => input.Kind == kind);

    /// <summary>Finds an input by its description.</summary>
    public static HostileInput Named(string description) => All.Single(input => input.ToString() == description);

    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<HostileInput> All { get; } =
    [
        .. HostileRobots.All,
        .. HostileRules.All,
        .. HostileTimeMaps.All,
        .. HostileWarcs.All,
        .. HostilePages.All,
        .. HostileFields.All,
        .. HostileFeeds.All,
        .. HostileJsonFeeds.All,
        .. HostileSitemaps.All,
        .. HostileOpml.All,
    ];
}

namespace NewsDiff.Storage;

/// <summary>How far the work is that an opened database needs first.</summary>
public sealed record UpgradeReport
{
    /// <summary>The work.</summary>
    public required UpgradeStep Step { get; init; }

    /// <summary>How many versions are done.</summary>
    public required long Done { get; init; }

    /// <summary>How many versions there are.</summary>
    public required long Total { get; init; }

    /// <summary>How many versions this process left out, because they are damaged.</summary>
    public long Skipped { get; init; }

    /// <summary>The share that is done, from 0 to 1.</summary>
    public double Share => Total == 0 ? 1 : Math.Clamp((double)Done / Total, 0, 1);
}

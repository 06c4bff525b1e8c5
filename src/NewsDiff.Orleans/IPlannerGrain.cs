namespace NewsDiff.Orleans;

/// <summary>Looks for due sites for the whole cluster, and wakes their grains.</summary>
internal interface IPlannerGrain : IGrainWithIntegerKey
{
    /// <summary>Makes sure that it runs.</summary>
    ValueTask StartAsync();
}

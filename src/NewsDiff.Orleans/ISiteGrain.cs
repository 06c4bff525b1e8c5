using Orleans.Concurrency;

namespace NewsDiff.Orleans;

/// <summary>The only visitor of one site.</summary>
internal interface ISiteGrain : IGrainWithStringKey
{
    /// <summary>Begins to visit what is due, unless that is in progress.</summary>
    /// <remarks>Nobody waits for it: what is due is in the database, and is looked for again.</remarks>
    [OneWay]
    ValueTask WakeAsync();
}

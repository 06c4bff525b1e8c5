using Orleans.Concurrency;

namespace NewsDiff.Orleans;

/// <summary>The only visitor of one site.</summary>
internal interface ISiteGrain : IGrainWithStringKey
{
    /// <summary>Begins to visit what is due, unless that is in progress.</summary>
    /// <remarks>Nobody waits for it: due visits are in the database, and are found again if a call is lost.</remarks>
    [OneWay]
    ValueTask WakeAsync();
}

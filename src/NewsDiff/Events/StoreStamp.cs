namespace NewsDiff.Events;

/// <summary>The state of a store at one time, to be compared with that at another.</summary>
/// <remarks>Stamps of different instances say nothing about each other.</remarks>
public sealed record StoreStamp
{
    /// <summary>Differs after every write; it may also differ without one.</summary>
    public required string Writes { get; init; }

    /// <summary>Differs after every write of an event: of a version, a takedown and so on.</summary>
    public required string Events { get; init; }
}

namespace NewsDiff.Events;

/// <summary>The state of a store at one time, to be compared with that at another.</summary>
/// <remarks>Stamps of different instances say nothing about each other.</remarks>
public sealed record StoreStamp
{
    /// <summary>Differs after every write; it may also differ without one.</summary>
    public required string Writes { get; init; }

    /// <summary>Differs after every write of an event: of a version, a takedown and so on.</summary>
    public required string Events { get; init; }

    /// <summary>The time of the latest data in a copy that is behind; null otherwise.</summary>
    /// <remarks>
    /// The default is null. A standby of PostgreSQL sets it when it is ten seconds or more behind its primary
    /// server.
    /// </remarks>
    public DateTimeOffset? AsOf { get; init; }
}

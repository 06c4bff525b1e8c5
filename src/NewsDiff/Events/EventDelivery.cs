namespace NewsDiff.Events;

/// <summary>How far one handler has come in the event log.</summary>
public sealed record EventDelivery
{
    /// <summary>The handler's name.</summary>
    public required string Handler { get; init; }

    /// <summary>The last event that was handled or given up.</summary>
    public EventCursor Cursor { get; init; }

    /// <summary>The number of its claim, which grows with each claim.</summary>
    public long Claim { get; init; }

    /// <summary>The end of the lease; null when no process has claimed the delivery.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>How often the next event failed. The default is 0.</summary>
    public int Failures { get; init; }

    /// <summary>When the next event is tried again; null for at once.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why it failed last; null when it did not.</summary>
    public string? LastReason { get; init; }

    /// <summary>What the deliverer remembers, in its own form; null for nothing.</summary>
    /// <remarks>Stores keep it as it is.</remarks>
    public string? Memory { get; init; }
}

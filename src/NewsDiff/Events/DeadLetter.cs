namespace NewsDiff.Events;

/// <summary>An event that was put aside after a handler failed again and again.</summary>
public sealed record DeadLetter
{
    /// <summary>The handler's name.</summary>
    public required string Handler { get; init; }

    /// <summary>The event's place in the log.</summary>
    public required EventCursor Cursor { get; init; }

    /// <summary>When it was put aside, in UTC to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why the last attempt failed; null when unknown.</summary>
    public string? Reason { get; init; }
}

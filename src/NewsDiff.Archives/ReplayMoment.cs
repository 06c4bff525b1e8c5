namespace NewsDiff.Archives;

/// <summary>Notes, for one request of a fetcher, when its last answer was captured.</summary>
internal sealed class ReplayMoment
{
    private static readonly AsyncLocal<ReplayMoment?> Present = new();

    /// <summary>The moment of the current request, or null.</summary>
    public static ReplayMoment? Current => Present.Value;

    /// <summary>When the last answer was captured; null when none was played.</summary>
    public DateTimeOffset? CapturedAt { get; set; }

    /// <summary>Begins a request.</summary>
    public static ReplayMoment Begin() => Present.Value = new ReplayMoment();
}

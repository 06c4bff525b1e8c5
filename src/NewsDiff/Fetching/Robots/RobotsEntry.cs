namespace NewsDiff.Fetching.Robots;

/// <summary>What is remembered of one site's robots.txt.</summary>
internal sealed class RobotsEntry
{
    private volatile Memory? _memory;

    /// <summary>Held by whoever asks the site.</summary>
    public SemaphoreSlim Asking { get; } = new(1, 1);

    /// <summary>When the site answered, as a timestamp; the greatest value before it has.</summary>
    public long Since => _memory?.Since ?? long.MaxValue;

    /// <summary>The answer, or null when there is none or it is too old.</summary>
    public RobotsAnswer? Current(TimeProvider timeProvider) =>
        _memory is { } memory && timeProvider.GetElapsedTime(memory.Since) < memory.Answer.Lifetime
            ? memory.Answer
            : null;

    /// <summary>Remembers an answer from now on.</summary>
    public void Keep(RobotsAnswer answer, TimeProvider timeProvider) =>
        _memory = new Memory(answer, timeProvider.GetTimestamp());

    private sealed record Memory(RobotsAnswer Answer, long Since);
}

namespace NewsDiff.Fetching.Robots;

/// <summary>The remembered robots.txt of one site.</summary>
internal sealed class RobotsEntry
{
    private volatile Memory? _memory;

    /// <summary>Held by the caller that asks the site.</summary>
    public SemaphoreSlim Asking { get; } = new(1, 1);

    /// <summary>The timestamp of the site's answer; the greatest value before any answer.</summary>
    public long Since => _memory?.Since ?? long.MaxValue;

    /// <summary>The answer, or null when it is missing or outdated.</summary>
    public RobotsAnswer? Current(TimeProvider timeProvider) =>
        _memory is { } memory && timeProvider.GetElapsedTime(memory.Since) < memory.Answer.Lifetime
            ? memory.Answer
            : null;

    /// <summary>Remembers an answer from now on.</summary>
    public void Keep(RobotsAnswer answer, TimeProvider timeProvider) =>
        _memory = new Memory(answer, timeProvider.GetTimestamp());

    private sealed record Memory(RobotsAnswer Answer, long Since);
}

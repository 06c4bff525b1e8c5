namespace NewsDiff.Fetching.Robots;

/// <summary>A site's answer to a request for its robots.txt.</summary>
internal sealed record RobotsAnswer
{
    /// <summary>The kind of the answer.</summary>
    public required RobotsAnswerKind Kind { get; init; }

    /// <summary>How long the answer is valid.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>The file; empty when the site has none or did not answer.</summary>
    public RobotsFile File { get; init; } = RobotsFile.Empty;

    /// <summary>The file as received, for other processes; empty when it is not shared.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Why there is no file, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>How the request ended, if no answer came at all; otherwise null.</summary>
    public FetchStatus? Failure { get; init; }

    /// <summary>How long the site is on hold, if that is why no answer came; otherwise null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

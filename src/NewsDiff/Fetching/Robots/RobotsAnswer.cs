namespace NewsDiff.Fetching.Robots;

/// <summary>What a site said when asked for its robots.txt.</summary>
internal sealed record RobotsAnswer
{
    /// <summary>What came of asking.</summary>
    public required RobotsAnswerKind Kind { get; init; }

    /// <summary>How long the answer may be used.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>The file; empty when the site has none or could not be asked.</summary>
    public RobotsFile File { get; init; } = RobotsFile.Empty;

    /// <summary>Why there is no file, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>How asking ended, when no answer came at all; or null.</summary>
    public FetchStatus? Failure { get; init; }

    /// <summary>The hold that caused the missing answer; otherwise null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

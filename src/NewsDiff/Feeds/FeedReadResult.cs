namespace NewsDiff.Feeds;

/// <summary>The result of reading a document as a feed.</summary>
public sealed record FeedReadResult
{
    /// <summary>The feed, or null when the document is not one.</summary>
    public Feed? Feed { get; init; }

    /// <summary>Its format; null exactly when <see cref="Feed"/> is.</summary>
    public FeedFormat? Format { get; init; }

    /// <summary>The encoding that the document was read in, by its name in the Encoding Standard.</summary>
    public string? Charset { get; init; }

    /// <summary>Why tags were repaired or parts are missing, or which limit was exceeded; or null.</summary>
    public string? BrokenOff { get; init; }

    /// <summary>Why the document is not a feed, in a sentence for people; otherwise null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the document is an HTML page instead. The default is false.</summary>
    public bool IsPage { get; init; }
}

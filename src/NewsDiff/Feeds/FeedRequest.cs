namespace NewsDiff.Feeds;

/// <summary>A request for one feed.</summary>
public sealed record FeedRequest
{
    /// <summary>The address: http or https.</summary>
    public required Uri Url { get; init; }

    /// <summary>The server's previous validators, for a conditional request; null for an unconditional one.</summary>
    public FetchValidators? Validators { get; init; }

    /// <summary>Makes an unconditional request of an address.</summary>
    /// <param name="url">The address.</param>
    /// <returns>The request.</returns>
    public static FeedRequest For(Uri url) => new() { Url = url };
}

namespace NewsDiff;

/// <summary>A request for one article.</summary>
public sealed record FetchRequest
{
    /// <summary>The address: http or https.</summary>
    public required Uri Url { get; init; }

    /// <summary>The server's previous validators, for a conditional request; null for an unconditional one.</summary>
    public FetchValidators? Validators { get; init; }

    /// <summary>The previous place of the body, which the extractor prefers if in doubt.</summary>
    /// <remarks>The default is null.</remarks>
    public string? PreviousContainer { get; init; }

    /// <summary>Makes an unconditional request of an address.</summary>
    /// <param name="url">The address.</param>
    /// <returns>The request.</returns>
    public static FetchRequest For(Uri url) => new() { Url = url };
}

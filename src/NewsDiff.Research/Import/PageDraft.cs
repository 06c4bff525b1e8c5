namespace NewsDiff.Research.Import;

/// <summary>A page that is to be read.</summary>
internal sealed record PageDraft
{
    public required string Place { get; init; }

    /// <summary>Its address; null when only the page itself can state it.</summary>
    public Uri? Url { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Its bytes, or empty when there is <see cref="Html"/>.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    public string? Html { get; init; }

    /// <summary>Why it could not be loaded, or null.</summary>
    public string? Problem { get; init; }

    public double? Progress { get; init; }
}

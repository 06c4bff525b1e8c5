namespace NewsDiff.Pages;

/// <summary>One change in a list of changes.</summary>
public sealed record ChangeEntry
{
    /// <summary>The change.</summary>
    public required ArticleChange Change { get; init; }

    /// <summary>The name of the article's group; null for the host of its address.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Source { get; init; }
}

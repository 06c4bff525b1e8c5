namespace NewsDiff.Pages;

/// <summary>One change in a list of changes.</summary>
public sealed record ChangeEntry
{
    /// <summary>The change.</summary>
    public required ArticleChange Change { get; init; }

    /// <summary>The name by which the article is grouped. The default is null: the host of its address.</summary>
    public string? Source { get; init; }
}

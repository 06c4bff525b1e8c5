namespace NewsDiff.AspNetCore.Api;

/// <summary>A version in the list of an article's versions, without its text.</summary>
internal sealed record ApiVersion
{
    public required int Number { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public required string? Title { get; init; }

    public required string ContentHash { get; init; }

    /// <summary>False for a text that was taken down or erased.</summary>
    public required bool HasText { get; init; }

    internal static ApiVersion Of(ArticleVersion version) => new()
    {
        Number = version.Number,
        SeenAt = version.SeenAt,
        Title = version.HasText ? version.Article.Title : null,
        ContentHash = version.ContentHash,
        HasText = version.HasText,
    };
}

using NewsDiff.Events;

namespace NewsDiff.AspNetCore.Api;

/// <summary>An event of the log.</summary>
internal sealed record ApiEvent
{
    /// <summary>The id by which a reader recognises a repeated event.</summary>
    public required Guid Id { get; init; }

    public required string Cursor { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ArticleId { get; init; }

    public required int Version { get; init; }

    public required string Host { get; init; }

    public required string? MergedInto { get; init; }

    public required string? Reason { get; init; }

    internal static ApiEvent Of(ArticleEvent happened) => new()
    {
        Id = happened.Id,
        Cursor = happened.Cursor.ToString(),
        Kind = happened.Kind.ToString(),
        At = happened.At,
        ArticleId = happened.ArticleId,
        Version = happened.Number,
        Host = happened.Host,
        MergedInto = happened.MergedInto,
        Reason = happened.Reason,
    };
}

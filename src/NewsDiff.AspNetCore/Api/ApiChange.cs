using System.Collections.Immutable;

namespace NewsDiff.AspNetCore.Api;

/// <summary>A change, or another event of an article.</summary>
internal sealed record ApiChange
{
    /// <summary>The kind of event; <c>Changed</c> for a change of the text.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ArticleId { get; init; }

    public required Uri? Url { get; init; }

    public required string? Title { get; init; }

    public required string? Source { get; init; }

    /// <summary>The number of the previous version; null unless the text changed.</summary>
    public required int? Before { get; init; }

    public required int Version { get; init; }

    /// <summary>What happened, in a sentence or a few words of English.</summary>
    public required string Summary { get; init; }

    public required ImmutableArray<string> Classes { get; init; }

    /// <summary>How much the change matters, from 0 to 100; null unless the text changed.</summary>
    public required int? Significance { get; init; }

    /// <summary>The page that shows it.</summary>
    public required Uri? Page { get; init; }
}

using System.Collections.Immutable;
using NewsDiff.Search;

namespace NewsDiff.AspNetCore.Api;

/// <summary>A paragraph or title that a search found.</summary>
internal sealed record ApiHit
{
    public required string ArticleId { get; init; }

    public required Uri Url { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public required int FirstVersion { get; init; }

    /// <summary>The last version with the text; null if the latest has it.</summary>
    public required int? LastVersion { get; init; }

    public required bool IsTitle { get; init; }

    public required string Snippet { get; init; }

    /// <summary>Start and length of each match in the snippet, in UTF-16 units.</summary>
    public required ImmutableArray<ImmutableArray<int>> Matches { get; init; }

    internal static ApiHit Of(SearchHit hit) => new()
    {
        ArticleId = hit.Version.ArticleId,
        Url = hit.Version.Article.Url,
        Title = hit.Version.Article.Title,
        SeenAt = hit.Version.SeenAt,
        FirstVersion = hit.FirstVersion,
        LastVersion = hit.LastVersion,
        IsTitle = hit.IsTitle,
        Snippet = hit.Snippet,
        Matches = [.. hit.Matches.Select(match => PlaceOf(match, hit.Snippet.Length))],
    };

    private static ImmutableArray<int> PlaceOf(Range match, int length)
    {
        (int start, int count) = match.GetOffsetAndLength(length);
        return [start, count];
    }
}

using System.Collections.Immutable;
using NewsDiff.Identity;
using NewsDiff.Tool.Input;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Stores;

/// <summary>Finds the article that a user names by address or start of its id.</summary>
internal static class ArticleName
{
    private const int MaxCandidates = 10;

    /// <summary>Finds the only article that a name fits.</summary>
    /// <exception cref="TroubleException">No article fits the name, or several do.</exception>
    internal static async Task<TrackedArticle> ResolveAsync(NewsStore store, string name, CancellationToken stop)
    {
        if (name.Contains("://", StringComparison.Ordinal))
        {
            return await FindByAddressAsync(store, name, stop).ConfigureAwait(false)
                ?? throw new TroubleException(
                    $"'{name}' is not followed; see 'newsdiff list', or add it with 'newsdiff add'.");
        }

        string prefix = name.Trim();
        var query = new ArticleQuery { IdPrefix = prefix, Limit = MaxCandidates + 1 };
        ImmutableArray<TrackedArticle> candidates = prefix.Length == 0
            ? []
            : [.. await store.Articles.ReadArticlesAsync(query, stop).ToListAsync(stop).ConfigureAwait(false)];
        if (candidates.IsEmpty && prefix.Length > 0)
        {
            // A link may still name an article that was merged into another.
            IAsyncEnumerable<TrackedArticle> merged = store.Articles.ReadArticlesAsync(
                query with { IncludesMerged = true }, stop);
            candidates = [.. await merged.ToListAsync(stop).ConfigureAwait(false)];
        }

        return candidates switch
        {
            [] => throw new TroubleException($"no article's id begins with '{name}'; see 'newsdiff list'."),
            [var one] => one,
            _ => throw Ambiguous(name, candidates),
        };
    }

    private static async Task<TrackedArticle?> FindByAddressAsync(NewsStore store, string name, CancellationToken stop)
    {
        foreach (string key in ArticleKeys.Compute(Address.Parse(name)))
        {
            if (await store.Articles.FindByKeyAsync(key, stop).ConfigureAwait(false) is { } article)
            {
                return article;
            }
        }

        return null;
    }

    private static TroubleException Ambiguous(string name, ImmutableArray<TrackedArticle> candidates)
    {
        IEnumerable<string> lines = candidates.Take(MaxCandidates).Select(
            article => $"  {article.Id}  {article.Url.AbsoluteUri}");
        return new TroubleException($"several article ids begin with '{name}'; give more of its characters:")
        {
            Lines = [.. lines, .. candidates.Length > MaxCandidates ? ["  and more"] : Array.Empty<string>()],
        };
    }
}

using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Output;

/// <summary>Writes versions with the keys of their articles, so that an import finds the same articles.</summary>
internal sealed class ExportedVersions(NewsStore store)
{
    // Versions of many articles alternate; what was asked lately is not asked again.
    private const int MaxKnown = 10_000;

    private readonly Dictionary<string, TrackedArticle?> _known = new(StringComparer.Ordinal);

    internal async ValueTask<string> WriteAsync(ArticleVersion version, CancellationToken stop)
    {
        TrackedArticle? article = await FindAsync(version.ArticleId, stop).ConfigureAwait(false);
        return JsonLine.Of(json =>
        {
            VersionJson.WriteHead(json, version);
            if (article is not null)
            {
                JsonLine.WriteAll(json, "keys", article.Keys);
                json.WriteString("source", article.Source);
            }

            VersionJson.WriteContent(json, version);
        });
    }

    private async ValueTask<TrackedArticle?> FindAsync(string id, CancellationToken stop)
    {
        if (!_known.TryGetValue(id, out TrackedArticle? article))
        {
            if (_known.Count == MaxKnown)
            {
                _known.Clear();
            }

            _known[id] = article = await store.FindArticleAsync(id, stop).ConfigureAwait(false);
        }

        return article;
    }
}

using System.CommandLine;
using System.Runtime.CompilerServices;
using NewsDiff.Classification;
using NewsDiff.Rendering;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Exports;

/// <summary>Writes versions and changes as JSON Lines.</summary>
/// <remarks>A version has the keys of its article, so that an import finds the same article.</remarks>
internal sealed class ExportedLines(NewsStore store, Selection selection, ParseResult parse)
{
    // Versions of many articles alternate, so the articles that were looked up lately are remembered.
    private const int MaxKnown = 10_000;

    private readonly Dictionary<string, TrackedArticle?> _known = new(StringComparer.Ordinal);

    internal async IAsyncEnumerable<string> ReadVersionsAsync(
        VersionQuery query, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (ArticleVersion version in store.Versions.ReadVersionsAsync(query, stop).ConfigureAwait(false))
        {
            TrackedArticle? article = await FindAsync(version.ArticleId, stop).ConfigureAwait(false);
            if (version.HasText && selection.IsOfSource(parse, article, version.Host))
            {
                yield return JsonLine.Of(json =>
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
        }
    }

    internal async IAsyncEnumerable<string> ReadChangesAsync(
        VersionQuery query, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (ArticleChange change in store.Versions.ReadChangesAsync(query, stop).ConfigureAwait(false))
        {
            ChangeClasses classes = ChangeClassifier.Classify(change);
            if (selection.IsOfKind(parse, classes)
                && selection.IsOfSource(
                    parse, await FindAsync(change.ArticleId, stop).ConfigureAwait(false), change.After.Host))
            {
                yield return OfChange(change, classes);
            }
        }
    }

    private static string OfChange(ArticleChange change, ChangeClasses classes) => JsonLine.Of(json =>
    {
        json.WriteString("article", change.ArticleId);
        json.WriteStartObject("before");
        VersionJson.Write(json, change.Before);
        json.WriteEndObject();
        json.WriteStartObject("after");
        VersionJson.Write(json, change.After);
        json.WriteEndObject();
        json.WritePropertyName("diff");
        json.WriteRawValue(new JsonDiffRenderer().Render(change.Diff), skipInputValidation: true);
        ClassesJson.Write(json, classes);
    });

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

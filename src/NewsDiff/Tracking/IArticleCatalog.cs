using System.Collections.Immutable;

namespace NewsDiff.Tracking;

/// <summary>The followed articles, with their addresses and feeds.</summary>
/// <remarks>Implementations are safe for concurrent use: two sightings with one key are one article.</remarks>
public interface IArticleCatalog
{
    /// <summary>Finds or makes the article of a sighting, and adds new keys and feeds.</summary>
    /// <param name="registration">The sighting.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>
    /// The article; if its keys belong to several, the one of the first known key, and the others stay separate.
    /// </returns>
    ValueTask<TrackedArticle> RegisterAsync(
        ArticleRegistration registration,
        CancellationToken cancellationToken = default);

    /// <summary>Finds or makes the articles of several sightings, in order, each as if alone.</summary>
    /// <remarks>
    /// For imports: a store may write all in one transaction. This default registers one after the other.
    /// </remarks>
    /// <param name="registrations">The sightings; several may be of one article.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The article of each sighting, in the same order.</returns>
    async ValueTask<ImmutableArray<TrackedArticle>> RegisterAllAsync(
        IReadOnlyList<ArticleRegistration> registrations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        var articles = ImmutableArray.CreateBuilder<TrackedArticle>(registrations.Count);
        foreach (ArticleRegistration registration in registrations)
        {
            articles.Add(await RegisterAsync(registration, cancellationToken).ConfigureAwait(false));
        }

        return articles.MoveToImmutable();
    }

    /// <summary>Finds an article by one of its keys.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The article, or null.</returns>
    ValueTask<TrackedArticle?> FindByKeyAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Finds an article by its id, even one that was merged into another.</summary>
    /// <remarks>
    /// The tracker calls it at every visit. Stores look the id up; this default reads articles until it finds the id.
    /// </remarks>
    /// <param name="id">The whole id.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The article, or null.</returns>
    ValueTask<TrackedArticle?> FindByIdAsync(string id, CancellationToken cancellationToken = default) =>
        ReadArticlesAsync(new ArticleQuery { IdPrefix = id, IncludesMerged = true }, cancellationToken)
            .FirstOrDefaultAsync(article => article.Id == id, cancellationToken);

    /// <summary>Reads articles as a stream, the first seen first.</summary>
    /// <param name="query">Which articles.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The articles, by <see cref="TrackedArticle.FirstSeenAt"/>, then by id.</returns>
    /// <exception cref="VersionStoreException">
    /// An article is unreadable; it is thrown after all others were read.
    /// </exception>
    IAsyncEnumerable<TrackedArticle> ReadArticlesAsync(
        ArticleQuery query,
        CancellationToken cancellationToken = default);
}

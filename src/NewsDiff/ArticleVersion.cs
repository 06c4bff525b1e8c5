using System.Globalization;
using NewsDiff.Events;
using NewsDiff.Storage;
using NewsDiff.Tracking.Metadata;

namespace NewsDiff;

/// <summary>One stored state of an article.</summary>
/// <remarks>
/// It never changes, unless its text is erased or its kept page is read again; see <see cref="IVersionCare"/>.
/// </remarks>
public sealed record ArticleVersion
{
    /// <summary>The article's id in its store.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The version's number: 1 for the first, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>When this state was first seen, in UTC to the millisecond.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The content of the page.</summary>
    public required Article Article { get; init; }

    /// <summary>
    /// The hash of title and paragraphs that versions are compared by; see <see cref="NewsDiff.ContentHash"/>.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>The version of the extractor that read the page; 0 for none.</summary>
    public int ExtractorVersion { get; init; }

    /// <summary>The place of the body, as the extractor names it; null when unknown.</summary>
    public string? Container { get; init; }

    /// <summary>The hash of the page it was read from, or null.</summary>
    /// <remarks>See <see cref="FetchResult.PageHash"/>.</remarks>
    public string? PageHash { get; init; }

    /// <summary>Why its text may be a reading error; null for no doubt.</summary>
    /// <remarks>
    /// It is a sentence for people. A doubtful text is stored when several visits in a row found it, or one like it.
    /// </remarks>
    public string? Doubt { get; init; }

    /// <summary>Whether it was taken down: its text is erased, and is not stored again.</summary>
    /// <remarks>Number, time and hash stay. Only the site of the address is left.</remarks>
    public bool IsHidden { get; init; }

    /// <summary>Whether its text was erased to save space.</summary>
    /// <remarks>Number, time and hash stay. The same text may come back as a new version.</remarks>
    public bool IsPruned { get; init; }

    /// <summary>Whether its text is there, neither hidden nor pruned.</summary>
    public bool HasText => !IsHidden && !IsPruned;

    /// <summary>The host of its address, in ASCII and lower case; empty without one.</summary>
    public string Host => Article.Url.IsAbsoluteUri ? Article.Url.IdnHost : "";

    /// <summary>Applies the changes of metadata that followed this version.</summary>
    /// <param name="events">Events of the article, oldest first; those of other versions are ignored.</param>
    /// <returns>The article with its current metadata; the version keeps what it was read with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    public Article WithMetadata(IEnumerable<ArticleEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events
            .Where(happened => happened.ArticleId == ArticleId && happened.Number == Number)
            .SelectMany(static happened => happened.Metadata)
            .Aggregate(Article, MetadataValues.Apply);
    }

    /// <summary>The version in one line, such as <c>ferry: version 2, seen 2026-05-03 14:20:05Z</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ArticleId}: version {Number}, seen {SeenAt:u}");

    /// <summary>Whether it has the same text as an article; for an erased text, only the hash is compared.</summary>
    internal bool Says(Article article) =>
        HasText ? Article.HasSameContentAs(article) : ContentHash == NewsDiff.ContentHash.Compute(article);

    /// <summary>The version with a newer reading of its page.</summary>
    internal ArticleVersion ReadAs(ArticleVersion reading) => this with
    {
        Article = reading.Article with { Url = Article.Url },
        ContentHash = NewsDiff.ContentHash.Compute(reading.Article),
        ExtractorVersion = reading.ExtractorVersion,
        Container = reading.Container,
    };

    /// <summary>The version without its text.</summary>
    /// <param name="isHidden">Whether it is taken down, not pruned.</param>
    internal ArticleVersion Erase(bool isHidden) => this with
    {
        Article = ErasedArticle.Of(Article),
        Container = null,
        Doubt = null,
        IsHidden = isHidden,
        IsPruned = !isHidden,

        // Hashed again by this release: an earlier one may have hashed it differently, and it must be recognised.
        ContentHash = isHidden && HasText ? NewsDiff.ContentHash.Compute(Article) : ContentHash,
    };
}

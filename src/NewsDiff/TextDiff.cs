using System.Collections.Immutable;

namespace NewsDiff;

/// <summary>What changed between two texts, word by word.</summary>
/// <remarks>Instances are immutable and safe to share.</remarks>
public sealed class TextDiff
{
    private readonly Lazy<DiffStatistics> _statistics;

    internal TextDiff(string oldText, string newText, ImmutableArray<DiffEdit> edits, Func<DiffStatistics> count)
    {
        OldText = oldText;
        NewText = newText;
        Edits = edits;
        _statistics = new Lazy<DiffStatistics>(count);
    }

    /// <summary>The text before.</summary>
    public string OldText { get; }

    /// <summary>The text after.</summary>
    public string NewText { get; }

    /// <summary>The edits in reading order. Together they cover both texts exactly, without gap or overlap.</summary>
    public ImmutableArray<DiffEdit> Edits { get; }

    /// <summary>Whether the texts are ordinally equal.</summary>
    public bool IsIdentical => OldText == NewText;

    /// <summary>Whether anything changed; differences that folding ignores are no changes.</summary>
    public bool HasChanges => Edits.Any(edit => edit.Kind != EditKind.Equal);

    /// <summary>How many words were kept, inserted and deleted; counted on first use.</summary>
    public DiffStatistics Statistics => _statistics.Value;

    /// <summary>The share of words kept, 0 to 1: twice the kept words over the words of both texts; 1 for two empty texts.</summary>
    public double Similarity
    {
        get
        {
            (int kept, int inserted, int deleted) = Statistics;
            long all = (2L * kept) + inserted + deleted;
            return all == 0 ? 1 : 2.0 * kept / all;
        }
    }

    /// <summary>Compares two texts.</summary>
    /// <param name="oldText">The text before.</param>
    /// <param name="newText">The text after.</param>
    /// <param name="options">How to compare; null means the defaults.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public static TextDiff Compute(string oldText, string newText, DiffOptions? options = null) =>
        new TextDiffer(options).Compute(oldText, newText);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using NewsDiff.Diffing.Alignment;
using NewsDiff.Diffing.Moves;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff;

/// <summary>The changes between two states of an article: in its title, and per paragraph.</summary>
/// <remarks>Instances are immutable and safe to share.</remarks>
public sealed class ArticleDiff
{
    private readonly DiffOptions _options;

    // Rows of equal paragraphs are written when somebody reads them: most pairs of versions are the same.
    private ImmutableArray<ParagraphChange> _paragraphs;
    private StrongBox<DiffStatistics>? _statistics;
    private StrongBox<ImmutableArray<DiffMove>>? _moves;

    private ArticleDiff(Article before, Article after, TextDiff title, DiffOptions options)
    {
        Before = before;
        After = after;
        Title = title;
        _options = options;
        _paragraphs = SureAlignment.AreSame(before.Paragraphs, after.Paragraphs) ? default : Align();
    }

    /// <summary>The article before.</summary>
    public Article Before { get; }

    /// <summary>The article after.</summary>
    public Article After { get; }

    /// <summary>The comparison of the titles, word by word.</summary>
    public TextDiff Title { get; }

    /// <summary>Whether either article has a title; plain texts have none.</summary>
    internal bool HasTitle => Title is not { OldText: "", NewText: "" };

    /// <summary>The paragraphs, in the order of the new article; deleted ones at their old place.</summary>
    public ImmutableArray<ParagraphChange> Paragraphs
    {
        get
        {
            if (_paragraphs.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref _paragraphs, Align());
            }

            return _paragraphs;
        }
    }

    /// <summary>Parts of paragraphs that went to another place; found on first use.</summary>
    /// <remarks>
    /// A paragraph that moved whole says so by <see cref="ParagraphChange.IsMoved"/>; these were deleted from one
    /// paragraph and inserted into another, or elsewhere in the same. They are in the order of the new article. What
    /// counts as a move is said at <see cref="TextDiff.Moves"/>.
    /// </remarks>
    public ImmutableArray<DiffMove> Moves =>
        (_moves ??= new StrongBox<ImmutableArray<DiffMove>>(ArticleMoves.Find(this, _options))).Value;

    /// <summary>Whether the title changed, or any paragraph's words, place or kind.</summary>
    /// <remarks>With the default options, this is the opposite of <see cref="Article.HasSameContentAs"/>.</remarks>
    public bool HasChanges => Title.HasChanges || (!_paragraphs.IsDefault && _paragraphs.Any(IsChange));

    /// <summary>Counts the kept, inserted and deleted words of title and paragraphs.</summary>
    /// <remarks>Moved words count as kept.</remarks>
    public DiffStatistics Statistics => (_statistics ??= new StrongBox<DiffStatistics>(Count())).Value;

    /// <summary>The comparison in one line, such as <c>2 of 9 paragraphs, +5 −2 words</c>.</summary>
    /// <returns>The line, without the texts.</returns>
    public override string ToString()
    {
        int changed = Paragraphs.Count(IsChange);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{changed} of {Paragraphs.Length} paragraphs, +{Statistics.WordsInserted} −{Statistics.WordsDeleted} words");
    }

    /// <summary>Compares two articles.</summary>
    /// <param name="before">The article before.</param>
    /// <param name="after">The article after.</param>
    /// <param name="options">The options of the comparison; null for the defaults.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">An article is null.</exception>
    public static ArticleDiff Compute(Article before, Article after, DiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        options ??= DiffOptions.Default;
        return new ArticleDiff(
            before, after, TextDiff.Compute(before.Title, after.Title, options), options);
    }

    /// <summary>Whether most changed words are characters of scripts without spaces, which counts then name.</summary>
    /// <returns>Whether <see cref="Statistics"/> counts characters rather than words.</returns>
    public bool CountsCharacters()
    {
        int changed = Statistics.WordsInserted + Statistics.WordsDeleted;
        int characters = 0;
        foreach (TextDiff texts in TextsOf())
        {
            characters += texts.HasChanges ? WordCounter.CountChangedCharacters(texts) : 0;
        }

        return characters > changed - characters;
    }

    private ImmutableArray<ParagraphChange> Align() =>
        ParagraphAligner.Align(Before.Paragraphs, After.Paragraphs, _options);

    private static bool IsChange(ParagraphChange change) =>
        change.Kind != ParagraphChangeKind.Unchanged || change.IsMoved || change.HasNewRole;

    private DiffStatistics Count()
    {
        DiffStatistics sum = default;
        foreach (TextDiff texts in TextsOf())
        {
            sum += texts.Statistics;
        }

        foreach (DiffMove move in Moves)
        {
            int kept = move.Words.Statistics.WordsKept;
            sum += new DiffStatistics(kept, -kept, -kept);
        }

        return sum;
    }

    private IEnumerable<TextDiff> TextsOf()
    {
        yield return Title;
        foreach (ParagraphChange change in Paragraphs)
        {
            yield return change.Words ?? CompareWithNothing(change);
        }
    }

    private TextDiff CompareWithNothing(ParagraphChange change) => change.Kind == ParagraphChangeKind.Inserted
        ? TextDiff.Compute("", After.Paragraphs[change.NewIndexes[0]].Text)
        : TextDiff.Compute(Before.Paragraphs[change.OldIndexes[0]].Text, "");
}

using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NewsDiff.Diffing;
using NewsDiff.Diffing.Moves;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff;

/// <summary>The changes between two texts, word by word.</summary>
/// <remarks>Instances are immutable and safe to share.</remarks>
/// <example>
/// <code>
/// TextDiff diff = TextDiff.Compute("At least 12 people died.", "At least 21 people died, police say.");
/// foreach (DiffEdit edit in diff.Edits)
/// {
///     Console.Write(edit.Kind switch
///     {
///         EditKind.Delete => $"[-{diff.OldText[edit.OldRange]}-]",
///         EditKind.Insert => $"{{+{diff.NewText[edit.NewRange]}+}}",
///         _ => diff.NewText[edit.NewRange],
///     });
/// }
/// // At least [-12-]{+21+} people died{+, police say+}.
/// </code>
/// </example>
[JsonConverter(typeof(NewsDiffJsonConverter))]
public sealed class TextDiff
{
    private readonly DiffOptions _options;
    private StrongBox<DiffStatistics>? _statistics;
    private StrongBox<ImmutableArray<DiffMove>>? _moves;

    internal TextDiff(
        string oldText,
        string newText,
        ImmutableArray<DiffEdit> edits,
        DiffOptions options,
        DiffStatistics? statistics = null)
    {
        _options = options;
        _statistics = statistics is { } known ? new StrongBox<DiffStatistics>(known) : null;
        OldText = oldText;
        NewText = newText;
        Edits = edits;
    }

    /// <summary>The text before.</summary>
    public string OldText { get; }

    /// <summary>The text after.</summary>
    public string NewText { get; }

    /// <summary>The edits in reading order. Together they cover both texts exactly.</summary>
    /// <remarks>
    /// A replacement is a <see cref="EditKind.Delete"/> followed by an <see cref="EditKind.Insert"/>.
    /// </remarks>
    public ImmutableArray<DiffEdit> Edits { get; }

    /// <summary>What went to another place in the text; found on first use.</summary>
    /// <remarks>
    /// They are in the order of the new text, and none overlaps another. Each was deleted at one place and inserted at
    /// another: a stretch with at least eight common words, or a sentence of five. What occurs more than four times
    /// does not count. A character of a script without spaces counts as half a word.
    /// </remarks>
    public ImmutableArray<DiffMove> Moves =>
        (_moves ??= new StrongBox<ImmutableArray<DiffMove>>(TextMoves.Find(this, _options))).Value;

    /// <summary>Whether the texts are ordinally equal.</summary>
    public bool IsIdentical => OldText == NewText;

    /// <summary>Whether anything changed; differences that folding ignores do not count.</summary>
    public bool HasChanges
    {
        get
        {
            foreach (DiffEdit edit in Edits)
            {
                if (edit.Kind != EditKind.Equal)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The number of kept, inserted and deleted words; counted on first use.</summary>
    /// <remarks>They are those of the edits: moved words count as deleted and as inserted.</remarks>
    public DiffStatistics Statistics => (_statistics ??= new StrongBox<DiffStatistics>(WordCounter.Count(this))).Value;

    /// <summary>The share of kept words, 0 to 1.</summary>
    /// <remarks>
    /// It is twice the kept words, divided by the words of both texts. For two texts without words it is 1 when nothing
    /// changed, and otherwise 0.
    /// </remarks>
    public double Similarity
    {
        get
        {
            DiffStatistics words = Statistics;
            long all = (2L * words.WordsKept) + words.WordsInserted + words.WordsDeleted;
            return all > 0 ? 2.0 * words.WordsKept / all : HasChanges ? 0 : 1;
        }
    }

    /// <summary>The comparison in one line, such as <c>3 edits, +5 −2 words</c>.</summary>
    /// <returns>The line, without the texts.</returns>
    public override string ToString()
    {
        int edits = Edits.Count(static edit => edit.Kind != EditKind.Equal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{edits} {(edits == 1 ? "edit" : "edits")}, +{Statistics.WordsInserted} −{Statistics.WordsDeleted} words");
    }

    /// <summary>Compares two texts.</summary>
    /// <param name="oldText">The text before.</param>
    /// <param name="newText">The text after.</param>
    /// <param name="options">The options of the comparison; null for the defaults.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public static TextDiff Compute(string oldText, string newText, DiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(oldText);
        ArgumentNullException.ThrowIfNull(newText);
        options ??= DiffOptions.Default;
        DiffEngine engine = DiffEnginePool.Rent(options, Math.Max(oldText.Length, newText.Length));
        var diff = new TextDiff(oldText, newText, engine.Compare(oldText, newText), options);

        // Not in a finally: an engine that threw may hold half a comparison, and is let go.
        DiffEnginePool.Return(engine);
        return diff;
    }
}

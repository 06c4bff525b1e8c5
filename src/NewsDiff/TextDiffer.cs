using NewsDiff.Diffing;

namespace NewsDiff;

/// <summary>Compares many pairs of texts with the same options, keeping its buffers. Not thread-safe.</summary>
/// <remarks>The buffers have room for the longest texts seen (about 64 bytes a word) and live as long as the comparer; they hold no text.</remarks>
public sealed class TextDiffer
{
    private readonly DiffEngine _engine;

    /// <summary>Makes a comparer.</summary>
    /// <param name="options">How to compare; null means the defaults.</param>
    public TextDiffer(DiffOptions? options = null) => _engine = new DiffEngine(options ?? DiffOptions.Default);

    /// <summary>Compares two texts.</summary>
    /// <param name="oldText">The text before.</param>
    /// <param name="newText">The text after.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public TextDiff Compute(string oldText, string newText)
    {
        ArgumentNullException.ThrowIfNull(oldText);
        ArgumentNullException.ThrowIfNull(newText);
        return new TextDiff(oldText, newText, _engine.Compare(oldText, newText));
    }
}

using NewsDiff.Diffing;

namespace NewsDiff;

/// <summary>Compares many pairs of texts with the same options, reusing its buffers.</summary>
/// <remarks>
/// Use it on one thread at a time. The buffers have room for the longest texts so far (about 64 bytes a word) and live
/// as long as the instance; they keep no text.
/// </remarks>
public sealed class TextDiffer
{
    private readonly DiffOptions _options;
    private readonly DiffEngine _engine;
    private int _isBusy;

    /// <summary>Makes a comparer.</summary>
    /// <param name="options">The options of the comparison; null for the defaults.</param>
    public TextDiffer(DiffOptions? options = null)
    {
        _options = options ?? DiffOptions.Default;
        _engine = new DiffEngine(_options);
    }

    /// <summary>Compares two texts.</summary>
    /// <param name="oldText">The text before.</param>
    /// <param name="newText">The text after.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    /// <exception cref="InvalidOperationException">Another thread is comparing with this instance.</exception>
    public TextDiff Compute(string oldText, string newText) => Compute(oldText, newText, isTidied: true);

    /// <summary>Compares two texts without tidying the result: every matching word is kept.</summary>
    internal TextDiff ComputeUntidied(string oldText, string newText) => Compute(oldText, newText, isTidied: false);

    private TextDiff Compute(string oldText, string newText, bool isTidied)
    {
        ArgumentNullException.ThrowIfNull(oldText);
        ArgumentNullException.ThrowIfNull(newText);
        Enter();
        try
        {
            return new TextDiff(oldText, newText, _engine.Compare(oldText, newText, isTidied), _options);
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    // Two comparisons in the same buffers would both end well, with wrong edits.
    private void Enter()
    {
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            throw new InvalidOperationException(
                $"This {nameof(TextDiffer)} is in use by another thread. Give each thread its own, or call "
                + $"{nameof(TextDiff)}.{nameof(TextDiff.Compute)}.");
        }
    }
}

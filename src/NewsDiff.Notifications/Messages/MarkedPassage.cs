using System.Collections.Immutable;

namespace NewsDiff.Notifications.Messages;

/// <summary>A passage with its removed and added words.</summary>
internal sealed partial class MarkedPassage
{
    private MarkedPassage(ImmutableArray<MarkedPiece> pieces) => Pieces = pieces;

    public static MarkedPassage None { get; } = new([]);

    /// <summary>Its stretches, in reading order.</summary>
    public ImmutableArray<MarkedPiece> Pieces { get; }

    /// <summary>Takes a compared passage.</summary>
    public static MarkedPassage Of(TextDiff diff)
    {
        ImmutableArray<MarkedPiece>.Builder pieces = ImmutableArray.CreateBuilder<MarkedPiece>();
        foreach (DiffEdit edit in diff.Edits)
        {
            string old = diff.OldText[edit.OldRange];
            string @new = diff.NewText[edit.NewRange];
            if (edit.Kind == EditKind.Equal)
            {
                pieces.Add(new MarkedPiece(@new, "", ""));
            }
            else if (pieces.Count > 0 && pieces[^1] is { Kept: "" } last)
            {
                pieces[^1] = new MarkedPiece("", last.Old + old, last.New + @new);
            }
            else
            {
                pieces.Add(new MarkedPiece("", old, @new));
            }
        }

        return new MarkedPassage(pieces.ToImmutable());
    }

    /// <summary>Takes a passage that is wholly new.</summary>
    public static MarkedPassage Added(string text) => new([new MarkedPiece("", "", text)]);

    /// <summary>Takes a passage that is gone.</summary>
    public static MarkedPassage Removed(string text) => new([new MarkedPiece("", text, "")]);
}

using NewsDiff.Cards.Lettering;

namespace NewsDiff.Cards.Drawing;

/// <summary>A text divided into lines, in the size that it is drawn in.</summary>
/// <param name="Text">The text.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Size">The size of its letters.</param>
internal sealed record SetText(TextSetter Text, List<List<Piece>> Lines, float Size)
{
    private const float Leading = 1.32f;

    /// <summary>The height of a line.</summary>
    public float LineHeight => Size * Leading;

    public float Height => Lines.Count * LineHeight;

    /// <summary>Takes the first size in which a text fits; the last one cuts it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width of its lines.</param>
    /// <param name="height">The height that it may take.</param>
    /// <param name="mostLines">The maximum number of lines.</param>
    /// <param name="sizes">The sizes, the largest first.</param>
    public static SetText Fit(
        TextSetter text, float width, float height, int mostLines, params ReadOnlySpan<float> sizes)
    {
        SetText? last = null;
        foreach (float size in sizes)
        {
            int lines = Math.Clamp((int)(height / (size * Leading)), 1, mostLines);
            last = new SetText(text, text.Wrap(width, size, lines, out bool isCut), size);
            if (!isCut)
            {
                break;
            }
        }

        return last!;
    }
}

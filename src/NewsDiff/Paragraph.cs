namespace NewsDiff;

/// <summary>One paragraph of an article: its text and the part it plays.</summary>
/// <param name="Text">The text as a reader sees it, without markup and without a trailing line break.</param>
/// <param name="Kind">The part it plays. The default is <see cref="ParagraphKind.Text"/>.</param>
public sealed record Paragraph(string Text, ParagraphKind Kind = ParagraphKind.Text)
{
    /// <summary>Makes running text of a string.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Paragraph(string text) => FromString(text);

    /// <summary>Makes running text of a string.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A paragraph of kind <see cref="ParagraphKind.Text"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static Paragraph FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Paragraph(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

namespace NewsDiff;

/// <summary>One paragraph of an article: its text and its kind.</summary>
public sealed record Paragraph
{
    /// <summary>Makes a paragraph.</summary>
    /// <param name="text">The text that readers see, without markup and without a trailing line break.</param>
    /// <param name="kind">Its kind.</param>
    public Paragraph(string text, ParagraphKind kind = ParagraphKind.Text)
    {
        Text = text;
        Kind = kind;
    }

    /// <summary>The text that readers see, without markup or a trailing line break.</summary>
    public string Text { get; init; }

    /// <summary>Its kind. The default is <see cref="ParagraphKind.Text"/>.</summary>
    public ParagraphKind Kind { get; init; }

    /// <summary>Makes running text from a string.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Paragraph(string text) => FromString(text);

    /// <summary>Makes running text from a string.</summary>
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

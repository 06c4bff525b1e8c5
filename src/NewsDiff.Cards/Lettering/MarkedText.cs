using System.Collections.Immutable;

namespace NewsDiff.Cards.Lettering;

/// <summary>A text of one paragraph, cleaned, with the mark of each character.</summary>
/// <param name="Text">The text.</param>
/// <param name="Marks">The mark of each UTF-16 unit.</param>
internal readonly record struct MarkedText(string Text, ImmutableArray<Mark> Marks)
{
    /// <summary>A text without changes.</summary>
    public static MarkedText Of(string text, int most) => new MarkedTextBuilder(most).Append(text, Mark.Kept).Build();
}

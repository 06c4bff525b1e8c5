using NewsDiff.Cards.Fonts;

namespace NewsDiff.Cards.Lettering;

/// <summary>A shaped stretch of one font, direction and mark, which no line divides.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">Its number of UTF-16 units.</param>
/// <param name="Face">Its font.</param>
/// <param name="Level">Its level: odd for right to left.</param>
/// <param name="Mark">What happened to it.</param>
/// <param name="IsSpace">Whether it is the space between words.</param>
/// <param name="Glyphs">Its glyphs, from left to right.</param>
/// <param name="Places">The places of its glyphs, in parts of the size of the letters.</param>
/// <param name="Width">Its width, in parts of the size of the letters.</param>
internal sealed record Piece(
    int Start, int Length, FontFace Face, byte Level, Mark Mark, bool IsSpace,
    ushort[] Glyphs, (float X, float Y)[] Places, float Width);

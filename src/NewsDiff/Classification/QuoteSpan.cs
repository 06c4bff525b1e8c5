namespace NewsDiff.Classification;

/// <summary>A part of a text between quotation marks.</summary>
/// <param name="Start">Where it begins, after the mark.</param>
/// <param name="End">Where it ends, before the mark; the end of the text if there is none.</param>
/// <param name="IsSpeech">Whether it is what somebody said or wrote, and no title or code.</param>
/// <param name="IsLong">Whether it has so many words that it is no name or term.</param>
internal readonly record struct QuoteSpan(int Start, int End, bool IsSpeech, bool IsLong)
{
    /// <summary>Whether a place is inside of it, or holds a part of it.</summary>
    public bool Touches(int start, int length) => length > 0 && start < End && start + length > Start;
}

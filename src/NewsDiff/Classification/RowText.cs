namespace NewsDiff.Classification;

/// <summary>One side of a row. What is found out about it serves all of the row's places.</summary>
/// <param name="text">The text, as people read it.</param>
internal sealed class RowText(string text)
{
    private RowText? _withoutAddresses;
    private List<QuoteSpan>? _spans;
    private int _marks = -1;
    private bool? _isMostCapital;

    public string Text => text;

    /// <summary>The same text with spaces for web addresses.</summary>
    public RowText WithoutAddresses =>
        _withoutAddresses ??= ReadableText.WithoutAddresses(text) is var plain && ReferenceEquals(plain, text)
            ? this
            : new RowText(plain);

    /// <summary>The parts between quotation marks.</summary>
    public List<QuoteSpan> Spans => _spans ??= QuoteSpans.Of(text);

    /// <summary>The number of quotation marks.</summary>
    public int Marks => _marks >= 0 ? _marks : _marks = QuoteSpans.CountMarks(text);

    /// <summary>Whether most words begin with a capital, so that capitals mark no names.</summary>
    public bool IsMostCapital => _isMostCapital ??= CapitalNames.AreMostCapital(text);

    /// <summary>The text of a paragraph, with references decoded.</summary>
    public static RowText Of(string text) => new(ReadableText.Decode(text));
}

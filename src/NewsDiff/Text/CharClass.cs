namespace NewsDiff.Text;

/// <summary>The class of a UTF-16 code unit for the tokenizer.</summary>
internal enum CharClass : byte
{
    /// <summary>Punctuation, a symbol, a control character: a token of its own.</summary>
    Symbol,

    /// <summary>White space that does not end a line.</summary>
    Space,

    /// <summary>The end of a line.</summary>
    LineBreak,

    /// <summary>The end of a paragraph (U+2029).</summary>
    ParagraphBreak,

    /// <summary>A letter of a script that separates words by spaces.</summary>
    Letter,

    /// <summary>A decimal digit.</summary>
    Digit,

    /// <summary>A combining mark; it stays with its base.</summary>
    Mark,

    /// <summary>A Han character or kana: a token of its own.</summary>
    Ideograph,

    /// <summary>A letter of Thai, Lao, Khmer or Myanmar; each grapheme cluster is a token.</summary>
    /// <remarks>Their words are not separated.</remarks>
    Cluster,

    /// <summary>A format character without width, such as a soft hyphen.</summary>
    Invisible,

    /// <summary>Half of a surrogate pair; the pair decides.</summary>
    Surrogate,
}

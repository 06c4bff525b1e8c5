namespace NewsDiff.Diffing.Tokens;

/// <summary>The kinds of tokens.</summary>
internal enum TokenKind : byte
{
    /// <summary>A word or number.</summary>
    Word,

    /// <summary>One character of a script without spaces between words.</summary>
    Character,

    /// <summary>A punctuation mark, symbol or emoji.</summary>
    Symbol,

    /// <summary>The white space between two paragraphs.</summary>
    Break,

    /// <summary>Whole lines that both texts share, matched before any word.</summary>
    Lines,
}

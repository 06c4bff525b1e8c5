namespace NewsDiff.Extraction.Html;

/// <summary>The groups of elements that share rules in the HTML Standard.</summary>
[Flags]
internal enum TagGroups
{
    None = 0,

    /// <summary>The "special" category.</summary>
    Special = 1,

    /// <summary>The "formatting" category: reopened where it was left open.</summary>
    Formatting = 1 << 1,

    /// <summary>Ends the search for an element in scope.</summary>
    EndsScope = 1 << 2,

    /// <summary>Also ends the search in list item scope.</summary>
    EndsListScope = 1 << 3,

    /// <summary>Also ends the search in button scope.</summary>
    EndsButtonScope = 1 << 4,

    /// <summary>Ends the search in table scope.</summary>
    EndsTableScope = 1 << 5,

    /// <summary>Has an end tag that may be implied.</summary>
    Implied = 1 << 6,

    /// <summary>Has an end tag that a template's end implies, as it does those of <see cref="Implied"/>.</summary>
    ImpliedInTemplate = 1 << 7,

    /// <summary>A block whose start tag ends an open paragraph, and whose end tag ends what is open in it.</summary>
    Block = 1 << 8,

    /// <summary>A heading, h1 to h6.</summary>
    Heading = 1 << 9,

    /// <summary>Read by the rules of the head wherever it is.</summary>
    HeadContent = 1 << 10,

    /// <summary>Holds objects: formatting from outside is not reopened in it.</summary>
    Marker = 1 << 11,

    /// <summary>Void, and within a line of text.</summary>
    InlineVoid = 1 << 12,

    /// <summary>Void, and without a place in the text.</summary>
    SilentVoid = 1 << 13,

    /// <summary>Part of a table; ignored outside of one.</summary>
    TablePart = 1 << 14,

    /// <summary>Ends SVG or MathML, where it may not occur.</summary>
    EndsForeign = 1 << 15,

    /// <summary>Where stray text is moved before the table.</summary>
    FostersText = 1 << 16,
}

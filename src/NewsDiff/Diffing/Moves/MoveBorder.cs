namespace NewsDiff.Diffing.Moves;

/// <summary>What begins or ends at a place of a text.</summary>
internal enum MoveBorder
{
    /// <summary>Nothing: the clause goes on.</summary>
    None,

    /// <summary>A clause, a quotation or a bracket.</summary>
    Clause,

    /// <summary>A sentence or a line.</summary>
    Sentence,
}

namespace NewsDiff.Pages.Managing;

/// <summary>What was typed into the form for hiding versions of an article.</summary>
internal sealed record HideDraft
{
    internal required string ArticleId { get; init; }

    internal string First { get; init; } = "";

    internal string Last { get; init; } = "";

    internal string Reason { get; init; } = "";

    /// <summary>Why it cannot be done; null when it can.</summary>
    internal FieldFault? Fault { get; init; }

    /// <summary>The numbers that were typed; null with a fault.</summary>
    internal (int First, int Last)? Range { get; init; }
}

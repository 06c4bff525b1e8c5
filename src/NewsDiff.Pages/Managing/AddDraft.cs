namespace NewsDiff.Pages.Managing;

/// <summary>What was typed into the form for adding, and what was found at the address.</summary>
internal sealed record AddDraft
{
    internal string Address { get; init; } = "";

    internal string Source { get; init; } = "";

    internal string Rule { get; init; } = "";

    /// <summary>Why nothing was looked at; null when something was.</summary>
    internal FieldFault? Fault { get; init; }

    /// <summary>What was found; null when nothing was looked at.</summary>
    internal Look? Look { get; init; }
}

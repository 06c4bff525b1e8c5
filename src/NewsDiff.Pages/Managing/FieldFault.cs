using System.Collections.Immutable;

namespace NewsDiff.Pages.Managing;

/// <summary>Why the value of a field cannot be used.</summary>
/// <param name="Field">The name of the field.</param>
/// <param name="English">The sentence: a text of the pages, or of the library.</param>
internal sealed record FieldFault(string Field, string English)
{
    /// <summary>The values in the places of the sentence. The default is none.</summary>
    internal ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Whether the sentence is the library's, which may be known in English only.</summary>
    internal bool IsForeign { get; init; }
}

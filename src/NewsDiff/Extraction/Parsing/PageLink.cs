namespace NewsDiff.Extraction.Parsing;

/// <summary>A link tag of a page's head.</summary>
/// <param name="Relation">Its rel attribute.</param>
/// <param name="Type">Its media type, or null.</param>
/// <param name="Address">Its address as written.</param>
internal readonly record struct PageLink(string Relation, string? Type, string Address)
{
    /// <summary>Whether some reader may look for one of the relations of a link tag.</summary>
    public static bool IsRead(ReadOnlySpan<char> relations) =>
        relations.Contains("canonical", StringComparison.OrdinalIgnoreCase)
        || relations.Contains("alternate", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it has a relation, perhaps beside others.</summary>
    public bool Is(string relation) =>
        Relation.Split((char[]?)null).Contains(relation, StringComparer.OrdinalIgnoreCase);
}

namespace NewsDiff.Search;

/// <summary>A row of the index: a paragraph's lifetime, or the words that an edit added or removed.</summary>
/// <param name="First">The first version with the text.</param>
/// <param name="Last">The last one; null if the latest has it.</param>
/// <param name="Place">The place of the paragraph in the first version; of removed text, in the last.</param>
/// <param name="Hash">The hash of the whole paragraph.</param>
/// <param name="Form">The kind of the row.</param>
/// <param name="Marks">The marks.</param>
/// <param name="Terms">The terms.</param>
internal sealed record SearchRow(
    int First,
    int? Last,
    int Place,
    long Hash,
    SearchForm Form,
    IReadOnlyList<string> Marks,
    IReadOnlyList<string> Terms)
{
    /// <summary>The maximum number of terms of a row; a longer paragraph has several.</summary>
    /// <remarks>PostgreSQL keeps 255 places of a word in a row: more would be lost.</remarks>
    public const int MostTerms = 2_000;

    /// <summary>Cuts the terms of one text into rows.</summary>
    public IEnumerable<SearchRow> Divide() => Terms.Chunk(MostTerms).Select(some => this with { Terms = some });
}

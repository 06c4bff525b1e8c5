namespace NewsDiff.Classification;

/// <summary>Which rows of a comparison tell people the most.</summary>
internal static class TellingOrder
{
    /// <summary>The classes in order of preference; a row with none of them comes last.</summary>
    private static readonly ChangeClass[] Order =
    [
        ChangeClass.Headline, ChangeClass.Correction, ChangeClass.Negation, ChangeClass.Number, ChangeClass.Quotation,
        ChangeClass.Name, ChangeClass.Date, ChangeClass.Certainty, ChangeClass.Attribution, ChangeClass.Lead,
    ];

    /// <summary>The rows that have one of these classes, the most telling first.</summary>
    /// <remarks>A row is an index in <see cref="ArticleDiff.Paragraphs"/>, or that of the headline.</remarks>
    /// <param name="labels">The classes that were found, by their rows.</param>
    internal static IEnumerable<int> RowsOf(IEnumerable<ChangeLabel> labels) => labels
        .Where(static label => label.Row is not null && Order.Contains(label.Class))
        .OrderBy(static label => Array.IndexOf(Order, label.Class))
        .Select(static label => label.Row!.Value)
        .Distinct();
}

namespace NewsDiff.Research.Export;

/// <summary>One column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">Its meaning.</param>
internal sealed record ExportColumn(string Name, ExportType Type, string Summary)
{
    /// <summary>Whether a row may lack it.</summary>
    internal bool IsNullable { get; init; }

    /// <summary>Whether it holds words of articles; an export without texts omits it.</summary>
    internal bool IsWording { get; init; }
}

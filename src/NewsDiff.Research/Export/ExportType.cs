namespace NewsDiff.Research.Export;

/// <summary>The types of columns.</summary>
internal enum ExportType
{
    /// <summary>A string.</summary>
    Text = 1,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A number with at most six decimals.</summary>
    Share,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A list, as JSON.</summary>
    List,
}

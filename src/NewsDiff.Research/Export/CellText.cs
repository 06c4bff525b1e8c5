using System.Globalization;

namespace NewsDiff.Research.Export;

/// <summary>The form of cells in text formats.</summary>
internal static class CellText
{
    /// <summary>A share with at most six decimals, with a dot in every culture.</summary>
    internal static string Of(double share) => share.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A cell; empty for null.</summary>
    internal static string Of(object? cell) => cell switch
    {
        null => "",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double share => Of(share),
        bool flag => flag ? "true" : "false",
        _ => (string)cell,
    };
}

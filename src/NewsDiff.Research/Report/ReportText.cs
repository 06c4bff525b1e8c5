using System.Globalization;

namespace NewsDiff.Research.Report;

/// <summary>Writes numbers in the same way in every culture.</summary>
internal static class ReportText
{
    /// <summary>A whole number.</summary>
    internal static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An estimate with its interval.</summary>
    internal static string Of(Interval estimate, bool isShare) => estimate.IsKnown
        ? $"{Of(estimate.Value, isShare)} ({Of(estimate.Low, isShare)}–{Of(estimate.High, isShare)})"
        : "–";

    /// <summary>A value, with three digits.</summary>
    internal static string Of(double value, bool isShare) => isShare
        ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %"
        : value.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>A month such as <c>2026-05</c>.</summary>
    internal static string OfMonth(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");

    /// <summary>A place in a picture.</summary>
    internal static string OfPlace(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}

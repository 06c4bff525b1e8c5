using System.Globalization;

namespace NewsDiff.Evaluation.Alignment;

/// <summary>Hits among the found and among the expected: precision and recall.</summary>
internal readonly record struct Ratio(int Hits, int Found, int Wanted)
{
    public double Precision => Found == 0 ? 1 : (double)Hits / Found;

    public double Recall => Wanted == 0 ? 1 : (double)Hits / Wanted;

    public double F1 => Hits == 0 ? (Found + Wanted == 0 ? 1 : 0) : 2 * Precision * Recall / (Precision + Recall);

    public static Ratio operator +(Ratio left, Ratio right) =>
        new(left.Hits + right.Hits, left.Found + right.Found, left.Wanted + right.Wanted);

    internal static Ratio Of<T>(ISet<T> found, ISet<T> wanted) =>
        new(found.Count(wanted.Contains), found.Count, wanted.Count);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"P {Precision:F3}  R {Recall:F3}  F1 {F1:F3}  ({Hits} of {Found} found, {Wanted} wanted)");
}

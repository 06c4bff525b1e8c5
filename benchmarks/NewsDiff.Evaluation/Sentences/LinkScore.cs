using System.Globalization;

namespace NewsDiff.Evaluation.Sentences;

/// <summary>How many links were found, and how many of them a reader drew.</summary>
/// <param name="Right">The found links that meet a drawn one.</param>
/// <param name="Found">The found links.</param>
/// <param name="Met">The drawn links that a found one meets.</param>
/// <param name="Drawn">The drawn links.</param>
internal readonly record struct LinkScore(int Right, int Found, int Met, int Drawn)
{
    internal double Precision => Found == 0 ? 1 : (double)Right / Found;

    internal double Recall => Drawn == 0 ? 1 : (double)Met / Drawn;

    internal double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static LinkScore operator +(LinkScore left, LinkScore right) => new(
        left.Right + right.Right, left.Found + right.Found, left.Met + right.Met, left.Drawn + right.Drawn);

    internal static LinkScore Of(IReadOnlyList<PlacedLink> found, IReadOnlyList<PlacedLink> drawn) => new(
        found.Count(link => drawn.Any(link.Meets)),
        found.Count,
        drawn.Count(link => found.Any(link.Meets)),
        drawn.Count);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"P {Precision:F3} R {Recall:F3} F1 {F1:F3} ({Right} of {Found} found, {Met} of {Drawn} drawn)");
}

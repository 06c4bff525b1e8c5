using System.Globalization;

namespace NewsDiff.Pages;

/// <summary>The colour of the words that a version brought; those of the first version have none.</summary>
/// <remarks>Colours repeat after six versions; the number beside the words identifies the version.</remarks>
internal static class OriginTint
{
    private const int Tints = 6;

    /// <summary>The class of a version's words and shapes in the stylesheet.</summary>
    /// <param name="number">The version that brought them.</param>
    /// <param name="first">The first version that was read.</param>
    internal static string ClassOf(int number, int first) => number == first
        ? "o0"
        : string.Create(CultureInfo.InvariantCulture, $"o{((number - first - 1) % Tints) + 1}");
}

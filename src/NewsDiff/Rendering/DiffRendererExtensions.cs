using System.Globalization;

namespace NewsDiff.Rendering;

/// <summary>Renders to a string.</summary>
public static class DiffRendererExtensions
{
    /// <summary>Renders the comparison of two texts.</summary>
    /// <param name="renderer">The renderer.</param>
    /// <param name="diff">The comparison.</param>
    /// <returns>The rendered comparison.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string Render(this IDiffRenderer renderer, TextDiff diff)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        renderer.Render(diff, writer);
        return writer.ToString();
    }

    /// <summary>Renders the comparison of two articles.</summary>
    /// <param name="renderer">The renderer.</param>
    /// <param name="diff">The comparison.</param>
    /// <returns>The rendered comparison.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string Render(this IDiffRenderer renderer, ArticleDiff diff)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        renderer.Render(diff, writer);
        return writer.ToString();
    }
}

using NewsDiff.Rendering.Html;

namespace NewsDiff.Rendering;

/// <summary>Writes comparisons as a fragment of HTML: escaped, accessible, without script.</summary>
/// <remarks>Instances are immutable and safe to share.</remarks>
public sealed class HtmlDiffRenderer : IDiffRenderer
{
    private readonly HtmlDiffOptions _options;

    /// <summary>Makes a renderer.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// A prefix has an invalid character, or a link is neither relative nor an address of the web.
    /// </exception>
    public HtmlDiffRenderer(HtmlDiffOptions? options = null)
    {
        _options = options ?? new HtmlDiffOptions();
        HtmlDiffStyles.ThrowIfNotName(_options.ClassPrefix, nameof(HtmlDiffOptions.ClassPrefix));
        if (_options.IdPrefix.Length > 0)
        {
            HtmlDiffStyles.ThrowIfNotName(_options.IdPrefix, nameof(HtmlDiffOptions.IdPrefix));
        }

        ThrowIfNotLinkable(_options.OldLink, nameof(HtmlDiffOptions.OldLink));
        ThrowIfNotLinkable(_options.NewLink, nameof(HtmlDiffOptions.NewLink));
    }

    /// <summary>The stylesheet of comparisons: light and dark, wide and narrow, on paper and read aloud.</summary>
    /// <param name="classPrefix">The prefix, as in <see cref="HtmlDiffOptions.ClassPrefix"/>.</param>
    /// <returns>CSS that affects only comparisons.</returns>
    /// <exception cref="ArgumentException">The prefix has an invalid character.</exception>
    public static string GetStyles(string classPrefix = "nd-") => HtmlDiffStyles.For(classPrefix);

    /// <inheritdoc/>
    public void Render(TextDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        new HtmlDiffWriter(writer, _options).Write(diff);
    }

    /// <inheritdoc/>
    public void Render(ArticleDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        new HtmlDiffWriter(writer, _options).Write(diff);
    }

    private static void ThrowIfNotLinkable(Uri? link, string name)
    {
        if (link is { IsAbsoluteUri: true } && !HtmlText.IsLinkable(link))
        {
            throw new ArgumentException($"{name} is '{link}', but must be relative or an address of the web.", name);
        }
    }
}

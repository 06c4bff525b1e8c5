using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsDiff.Pages.Managing;
using NewsDiff.Pages.Texts;
using NewsDiff.Rendering;

namespace NewsDiff.Pages;

/// <summary>Writes whole pages of HTML: no script, nothing loaded from elsewhere, everything escaped.</summary>
/// <remarks>Instances are immutable and safe to share.</remarks>
public sealed class PageRenderer
{
    private readonly IPageLinks _links;
    private readonly PageOptions _options;

    /// <summary>Makes a renderer.</summary>
    /// <param name="links">Where pages are.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="links"/> is null.</exception>
    public PageRenderer(IPageLinks links, PageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(links);
        _links = links;
        _options = options ?? new PageOptions();
    }

    /// <summary>The stylesheet of the pages and their comparisons.</summary>
    public static string StyleSheet { get; } =
        HtmlDiffRenderer.GetStyles() + PageStyles.Site + ManageStyles.Forms + SpokenMarks.Styles;

    /// <summary>A <c>Content-Security-Policy</c> under which the pages work and an injected script would not.</summary>
    public static string ContentSecurityPolicy { get; } =
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src "
        + "'self' "
        + $"'{HashOf(StyleSheet)}'";

    /// <summary>The policy as a page itself can state it; only a header can forbid framing.</summary>
    internal static string PolicyOfFiles { get; } =
        ContentSecurityPolicy.Replace("frame-ancestors 'none'; ", "", StringComparison.Ordinal);

    /// <summary>The hash by which a policy allows a style or script inside a page.</summary>
    internal static string HashOf(string content) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>The languages that <see cref="PageOptions.Language"/> takes.</summary>
    public static ImmutableArray<string> Languages => PageTexts.Languages;

    /// <summary>Writes a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="writer">The destination; it is neither flushed nor closed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public void Render(Page page, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(writer);
        new PageHtml(writer, _links, page.Address, _options).WriteDocument(page);
    }

    /// <summary>Renders a page to a string.</summary>
    /// <param name="page">The page.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="page"/> is null.</exception>
    public string Render(Page page)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Render(page, writer);
        return writer.ToString();
    }
}

using System.Globalization;

namespace NewsDiff.Pages;

/// <summary>Writes what a service shows beside a link to a comparison (the Open Graph protocol).</summary>
internal static class SharingTags
{
    internal static void Write(PageHtml html, ComparisonPage page, PageOptions options)
    {
        if (options is not { Pictures: { } pictures, PublicUrl: { } front })
        {
            return;
        }

        // Services read no relative addresses.
        var here = new Uri(front, html.Links.LinkTo(page.Address, PageAddress.Changes()));
        string card = html.LinkOf(PageAddress.Card(
            page.Change.ArticleId, page.Change.Before.Number, page.Change.After.Number));
        Tag("og:type", "article");
        Tag("og:site_name", options.SiteName);
        Tag("og:title", page.TitleIn(html.Texts));
        Tag("og:url", here.AbsoluteUri);
        Tag("og:image", new Uri(here, card).AbsoluteUri);
        Tag("og:image:type", "image/png");
        Tag("og:image:width", pictures.Width.ToString(CultureInfo.InvariantCulture));
        Tag("og:image:height", pictures.Height.ToString(CultureInfo.InvariantCulture));
        Tag("og:image:alt", pictures.Describe(page.Change, options.Language));
        html.Raw("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");

        void Tag(string property, string content)
        {
            html.Raw($"<meta property=\"{property}\" content=\"");
            html.Text(content);
            html.Raw("\">\n");
        }
    }
}

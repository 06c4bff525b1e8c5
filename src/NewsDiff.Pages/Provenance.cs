namespace NewsDiff.Pages;

/// <summary>Writes where a version comes from, so that it can be checked and cited.</summary>
internal static class Provenance
{
    internal static void Write(PageHtml html, ArticleFacts facts, ArticleVersion version)
    {
        html.Raw($"<h2>{html.Texts["Where this version comes from"]}</h2>\n<p class=\"cite\">");
        WriteCitation(html, facts, version);
        html.Raw($"</p>\n<dl class=\"facts\">\n<div><dt>{html.Texts["Seen"]}</dt><dd>");
        html.Time(version.SeenAt);
        html.Raw("</dd></div>\n");
        WriteCode(html, "Hash of headline and text", version.ContentHash);
        WriteCode(html, "Hash of the page", version.PageHash);
        if (version.ExtractorVersion > 0)
        {
            html.Raw($"<div><dt>{html.Texts["Read by"]}</dt><dd>");
            html.Say("extractor, version {0}", PageHtml.Number(version.ExtractorVersion));
            html.Raw("</dd></div>\n");
        }

        if (version.Doubt is { } doubt)
        {
            html.Raw($"<div><dt>{html.Texts["Uncertain"]}</dt>");
            html.Sentence("dd", doubt);
            html.Raw("</div>\n");
        }

        html.Raw("</dl>\n");
    }

    private static void WriteCitation(PageHtml html, ArticleFacts facts, ArticleVersion version)
    {
        Article article = version.Article;
        if (!article.Authors.IsEmpty)
        {
            html.Element("span", string.Join(", ", article.Authors), "dir=\"auto\"");
            html.Raw(": ");
        }

        html.Raw("“");
        html.Foreign("span", article.Title, article.Language);
        html.Raw("”, ");
        html.Element("span", article.SiteName ?? facts.Source ?? version.Host, "dir=\"auto\"");
        html.Raw(", ");
        html.WebLink(facts.Url, facts.Url.OriginalString);
        html.Say(", version {0} as seen {1}.", PageHtml.Number(version.Number), html.Texts.Clock(version.SeenAt));
    }

    private static void WriteCode(PageHtml html, string name, string? value)
    {
        if (value is not null)
        {
            html.Raw($"<div class=\"wide\"><dt>{html.Texts[name]}</dt><dd>");
            html.Element("code", value);
            html.Raw("</dd></div>\n");
        }
    }
}

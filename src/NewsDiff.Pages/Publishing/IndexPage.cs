using System.Globalization;
using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages.Publishing;

/// <summary>The search of a published site: the only page with a script, which needs no server.</summary>
internal sealed record IndexPage : Page
{
    public override PageAddress Address => PageAddress.Search();

    public override string Title => "Search";

    internal override string Script => SearchFiles.Script;

    internal override string TitleIn(PageTexts texts) => texts["Search"];

    internal override void WriteBody(PageHtml html)
    {
        html.Raw($"<h1>{html.Texts["Search"]}</h1>\n<form class=\"search\" role=\"search\" data-per-file=\"");
        html.Raw(SearchFiles.ArticlesPerFile.ToString(CultureInfo.InvariantCulture));
        html.Raw("\" data-removed=\"");
        html.Text(html.Texts["text that a later version did not have"]);
        html.Raw("\" data-tally=\"");
        html.Say("{0} of {1}", "{0}", "{1}");
        html.Raw($"\">\n<label for=\"q\">{html.Texts["Words in any version"]}</label>\n");
        html.Raw("<input id=\"q\" name=\"q\" type=\"search\" dir=\"auto\">\n");
        html.Raw($"<button>{html.Texts["Search"]}</button>\n</form>\n<noscript><p>");
        html.Link(PageAddress.Articles(), html.Texts["Articles"]);
        html.Raw("</p></noscript>\n");
        html.Raw($"<p id=\"nothing\" class=\"quiet\" role=\"status\" hidden>{html.Texts["Nothing found."]}</p>\n");
        html.Raw("<p id=\"tally\" class=\"tally\" role=\"status\" hidden></p>\n");
        html.Raw("<ol class=\"changes\"></ol>\n");
    }
}

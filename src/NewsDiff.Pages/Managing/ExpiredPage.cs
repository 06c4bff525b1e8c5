namespace NewsDiff.Pages.Managing;

/// <summary>Says that a form was too old, or not from this site.</summary>
internal sealed record ExpiredPage(string? Place, KeyValuePair<string, string> Token) : ManagePage(Place, Token)
{
    internal override void WriteBody(PageHtml html)
    {
        Begin(html, "Nothing was done", done: null);
        html.Raw($"<p>{html.Texts["The form was too old, or did not come from this site. Begin again."]}</p>\n");
        Back(html);
    }
}

using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages.Managing;

/// <summary>A page with forms.</summary>
/// <param name="Place">Its place below the first one; null for the first.</param>
/// <param name="Token">The hidden field of every form.</param>
internal abstract record ManagePage(string? Place, KeyValuePair<string, string> Token) : Page
{
    public override PageAddress Address => PageAddress.Manage(Place);

    public override string Title => "Manage";

    internal override string TitleIn(PageTexts texts) => texts[Title];

    internal override bool IsUnlisted => true;

    internal override bool HasForms => true;

    /// <summary>Begins a form.</summary>
    private protected void BeginForm(PageHtml html, string action, string attributes = "")
    {
        html.Raw("<form method=\"post\" action=\"");
        html.Text(html.LinkOf(PageAddress.Manage(action)));
        html.Raw($"\"{(attributes.Length == 0 ? "" : " " + attributes)}>\n<input type=\"hidden\" name=\"");
        html.Text(Token.Key);
        html.Raw("\" value=\"");
        html.Text(Token.Value);
        html.Raw("\">\n");
    }

    /// <summary>Writes a button that sends its form to an action, with one value more.</summary>
    private protected static void Button(
        PageHtml html, string action, string name, string value, string english, string? about = null)
    {
        html.Raw("<button formaction=\"");
        html.Text(html.LinkOf(PageAddress.Manage(action)));
        html.Raw($"\" name=\"{name}\" value=\"");
        html.Text(value);
        html.Raw("\"");
        if (about is not null)
        {
            html.Raw(" aria-label=\"");
            html.Text($"{html.Texts[english]}: {about}");
            html.Raw("\"");
        }

        html.Raw($">{html.Texts[english]}</button>\n");
    }

    /// <summary>Writes the heading, the way back and what was just done.</summary>
    private protected static void Begin(PageHtml html, string english, string? done)
    {
        html.Raw($"<h1 class=\"small\">{html.Texts[english]}</h1>\n");
        if (done is not null)
        {
            html.Raw($"<p class=\"done\" role=\"status\">{html.Texts[done]}</p>\n");
        }
    }

    private protected static void Back(PageHtml html)
    {
        html.Raw("<p>");
        html.Link(PageAddress.Manage(), html.Texts["All that is followed"]);
        html.Raw("</p>\n");
    }
}

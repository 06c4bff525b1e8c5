namespace NewsDiff.Pages.Managing;

/// <summary>The fields of the form for adding a feed or an article.</summary>
internal static class AddForm
{
    internal static void Write(PageHtml html, AddDraft draft)
    {
        new FormField(TypedAddress.Field, "Address of a feed, a site or an article", draft.Address, draft.Fault)
        {
            Attributes = "inputmode=\"url\" autocomplete=\"off\" spellcheck=\"false\" dir=\"ltr\"",
        }.Write(html);
        new FormField("source", "Name of the source", draft.Source, draft.Fault)
        {
            Hint = "Such as bbc. Without one, it is the name of the site.",
            Attributes = "autocomplete=\"off\" dir=\"auto\"",
        }.Write(html);
        bool isOpen = draft.Rule.Length > 0 || draft.Fault?.Field == "rule";
        html.Raw($"<details{(isOpen ? " open" : "")}><summary>{html.Texts["Try a rule for the site"]}</summary>\n");
        new FormField("rule", "Rule, as in the settings", draft.Rule, draft.Fault)
        {
            Hint = "A rule is only tried here. To keep it, put it into the settings (Rules).",
            Attributes = "rows=\"5\" spellcheck=\"false\" dir=\"ltr\"",
            IsLong = true,
        }.Write(html);
        html.Raw($"</details>\n<p><button>{html.Texts["Look at it"]}</button></p>\n");
    }
}

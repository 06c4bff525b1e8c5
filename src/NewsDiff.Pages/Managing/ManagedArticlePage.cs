using NewsDiff.Tracking;

namespace NewsDiff.Pages.Managing;

/// <summary>Pauses, removes or hides an article.</summary>
internal sealed record ManagedArticlePage(string? Place, KeyValuePair<string, string> Token)
    : ManagePage(Place, Token)
{
    internal required TrackedArticle Tracked { get; init; }

    /// <summary>The latest version; null when it was never read.</summary>
    internal required ArticleVersion? Latest { get; init; }

    internal required VisitState State { get; init; }

    /// <summary>Why the last visit failed; null when it did not.</summary>
    internal (string Reason, FetchStatus? Status)? Trouble { get; init; }

    /// <summary>What was typed for hiding; null for nothing.</summary>
    internal HideDraft? Draft { get; init; }

    /// <summary>The name of the draft.</summary>
    internal string Key { get; init; } = "";

    /// <summary>What was just done, in English; null for nothing.</summary>
    internal string? Done { get; init; }

    internal override void WriteBody(PageHtml html)
    {
        Begin(html, "Manage this article", Done);
        html.Raw("<p>");
        string? title = Latest is { HasText: true } ? Latest.Article.Title : null;
        html.Link(
            PageAddress.Article(Tracked.Id),
            title is { Length: > 0 } ? title : Tracked.Url.AbsoluteUri,
            "dir=\"auto\"");
        html.Raw("</p>\n<p class=\"eyebrow\" dir=\"ltr\">");
        html.WebLink(Tracked.Url, Tracked.Url.AbsoluteUri);
        html.Raw("</p>\n");
        if (Draft is { Range: { } range } draft)
        {
            WriteQuestion(html, draft, range);
            return;
        }

        WriteVisits(html);
        WriteHiding(html);
        Back(html);
    }

    private void WriteVisits(PageHtml html)
    {
        html.Raw($"<h2>{html.Texts["Visits"]}</h2>\n");
        if (Trouble is { } trouble)
        {
            html.Sentence("p", trouble.Reason, "class=\"failed\"");
            html.Raw($"\n<p>{html.Texts[Remedy.For(trouble.Status)]}</p>\n");
        }

        BeginForm(html, "pause", "class=\"form\"");
        html.Raw("<p class=\"buttons\">");
        if (State is VisitState.Paused or VisitState.Removed)
        {
            html.Raw($"<strong>{html.Texts[State == VisitState.Paused ? "Paused" : "No longer followed"]}</strong>\n");
            Button(html, "resume", "article", Tracked.Id, "Resume");
        }
        else
        {
            Button(html, "pause", "article", Tracked.Id, "Pause");
        }

        if (State != VisitState.Removed)
        {
            Button(html, "remove", "article", Tracked.Id, "Remove");
        }

        html.Raw("</p>\n</form>\n<p class=\"quiet\">");
        html.Say("What was removed is no longer visited. Its versions stay.");
        html.Raw("</p>\n");
    }

    private void WriteHiding(PageHtml html)
    {
        html.Raw($"<h2>{html.Texts["Take versions down"]}</h2>\n<p>");
        html.Say(
            "The texts of these versions are erased for good. That they were there, who erased them and why stays in the log.");
        html.Raw("</p>\n");
        if (Latest is null)
        {
            return;
        }

        HideDraft draft = Draft ?? new HideDraft { ArticleId = Tracked.Id };
        BeginForm(html, "hide", "class=\"form\"");
        html.Raw("<input type=\"hidden\" name=\"article\" value=\"");
        html.Text(Tracked.Id);
        html.Raw("\">\n<p class=\"quiet\">");
        html.Count("{0} versions", Latest.Number);
        html.Raw("</p>\n");
        const string Numbers = "inputmode=\"numeric\" autocomplete=\"off\" class=\"short\" dir=\"ltr\"";
        new FormField("first", "From version", draft.First, draft.Fault) { Attributes = Numbers }.Write(html);
        new FormField("last", "To version", draft.Last, draft.Fault) { Attributes = Numbers }.Write(html);
        new FormField("reason", "Reason", draft.Reason, draft.Fault)
        {
            Attributes = "autocomplete=\"off\" dir=\"auto\"",
        }.Write(html);
        html.Raw($"<p><button>{html.Texts["Go on"]}</button></p>\n</form>\n");
    }

    private void WriteQuestion(PageHtml html, HideDraft draft, (int First, int Last) range)
    {
        html.Raw("<h2>");
        html.Say(
            range.First == range.Last
                ? "Erase the text of version {0} for good?"
                : "Erase the texts of versions {0} to {1} for good?",
            PageHtml.Number(range.First),
            PageHtml.Number(range.Last));
        html.Raw($"</h2>\n<p>{html.Texts["Reason"]}: <span dir=\"auto\">");
        html.Text(draft.Reason);
        html.Raw("</span></p>\n");
        BeginForm(html, "erase", "class=\"form\"");
        html.Raw("<p class=\"buttons\">");
        Button(html, "erase", "draft", Key, "Erase");
        html.Link(PageAddress.Manage($"articles/{Tracked.Id}"), html.Texts["Do not erase"]);
        html.Raw("</p>\n</form>\n");
    }
}

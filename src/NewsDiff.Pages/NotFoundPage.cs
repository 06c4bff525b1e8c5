using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages;

/// <summary>The page for an address without content.</summary>
public sealed record NotFoundPage : Page
{
    /// <summary>The message in one sentence. The default says that there is no page.</summary>
    public string Message { get; init; } = "There is no page at this address.";

    /// <summary>Whether the content was taken down; then the status is 451, not 404.</summary>
    public bool IsTakenDown { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.NotFound;

    /// <inheritdoc/>
    public override string Title => IsTakenDown ? "Taken down" : "Not found";

    internal override string TitleIn(PageTexts texts) => texts[Title];

    internal override bool IsUnlisted => true;

    internal override void WriteBody(PageHtml html)
    {
        html.Element("h1", TitleIn(html.Texts));
        html.Raw("\n");
        html.Sentence("p", Message);
        html.Raw("\n<p>");
        html.Link(PageAddress.Changes(), html.Texts["See the latest changes"]);
        html.Raw("</p>\n");
    }
}

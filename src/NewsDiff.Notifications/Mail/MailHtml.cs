using System.Net;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications.Mail;

/// <summary>Writes the parts that mails are made of.</summary>
internal static class MailHtml
{
    public static string Title(string heading, string title) =>
        $"<{heading} dir=\"auto\">{Encode(title)}</{heading}>\n";

    public static string Paragraph(string text) => $"<p dir=\"auto\">{Encode(text)}</p>\n";

    public static string Links(IReadOnlyCollection<NamedLink> links) => links.Count == 0
        ? ""
        : "<p>" + string.Join(" · ", links.Select(Link)) + "</p>\n";

    private static string Link(NamedLink link) =>
        $"<a href=\"{Encode(link.Url.AbsoluteUri)}\">{Encode(link.Name)}</a>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

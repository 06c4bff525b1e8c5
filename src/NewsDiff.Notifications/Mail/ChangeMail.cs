using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NewsDiff.Classification;
using NewsDiff.Notifications.Messages;
using NewsDiff.Rendering;

namespace NewsDiff.Notifications.Mail;

/// <summary>Writes the content of the mail about one event.</summary>
/// <param name="notification">What happened.</param>
internal sealed class ChangeMail(Notification notification)
{
    private const int LongestTitle = 300;
    private const int LongestSummary = 600;
    private const int LongestPassage = 1000;

    private const string TooLong = "These are the most telling parts of a change that is too long for a mail.";

    /// <summary>The smallest size that a comparison is cut to.</summary>
    private const int LeastHtml = 1000;

    private ImmutableArray<string> _telling;

    /// <summary>Writes the content: all of it, or the most telling passages first.</summary>
    /// <param name="most">The number of bytes of both parts, about; null for all.</param>
    public MailContent Write(int? most)
    {
        NamedLink[] links = [.. NamedLink.Of(notification)];
        string title = most is null ? notification.Title : MessageText.Cut(notification.Title, LongestTitle);
        string summary = most is null ? notification.Summary : MessageText.Cut(notification.Summary, LongestSummary);
        string text = $"{title}\n{summary}\n\n";
        string textEnd = string.Concat(links.Select(link => $"{link.Name}: {link.Url.AbsoluteUri}\n"));
        bool showsTitle = notification.Notice.Change?.Diff.Title.HasChanges != true;
        string html = (showsTitle ? MailHtml.Title("h2", title) : "") + MailHtml.Paragraph(summary);
        string htmlEnd = MailHtml.Links(links);
        if (notification.Notice.Change is not { } change)
        {
            return new MailContent(text + textEnd, html + htmlEnd);
        }

        if (most is not { } all)
        {
            return new MailContent(
                text + TextOf(change) + textEnd, html + new MailDiffRenderer().Render(change.Diff) + htmlEnd);
        }

        MailContent part = PartOf(change, Math.Max(0, all - SizeOf(text + textEnd + html + htmlEnd)));
        return new MailContent(text + part.Text + textEnd, html + part.Html + htmlEnd);
    }

    /// <summary>As much of the change as fits, and where the whole of it is.</summary>
    private MailContent PartOf(ArticleChange change, int most)
    {
        NamedLink[] whole = notification.ComparisonUrl is { } url ? [new NamedLink("The whole change", url)] : [];
        string text = TooLong + string.Concat(whole.Select(link => $"\n{link.Name}: {link.Url.AbsoluteUri}")) + "\n\n";
        string html = MailHtml.Paragraph(TooLong) + MailHtml.Links(whole);
        most -= SizeOf(text + html);

        // Marks of HTML take room: the same passages are about half as long in plain text.
        string passages = TextWithin(change, most / 3);
        var renderer = new MailDiffRenderer { MaxBytes = Math.Max(LeastHtml, most - SizeOf(passages)) };
        return new MailContent(passages + text, renderer.Render(change.Diff) + html);
    }

    /// <summary>All changed passages, in reading order.</summary>
    private static string TextOf(ArticleChange change)
    {
        ArticleDiff diff = change.Diff;
        IEnumerable<MarkedPassage> passages = diff.Paragraphs
            .Where(row => row.Kind != ParagraphChangeKind.Unchanged)
            .Select(row => TellingPassage.Of(diff, row));
        return string.Concat((diff.Title.HasChanges ? passages.Prepend(MarkedPassage.Of(diff.Title)) : passages)
            .Select(passage => passage.Write(MarkStyle.Plain, int.MaxValue) + "\n\n"));
    }

    /// <summary>As many passages as fit, the most telling first, and the number of the others.</summary>
    private string TextWithin(ArticleChange change, int most)
    {
        if (_telling.IsDefault)
        {
            _telling = [.. TellingPassages(change).Select(passage => passage.Write(MarkStyle.Plain, LongestPassage))];
        }

        var text = new StringBuilder();
        int leftOut = 0;
        foreach (string passage in _telling)
        {
            int size = SizeOf(passage) + 2;
            leftOut += size <= most ? 0 : 1;
            if (size <= most)
            {
                text.Append(passage).Append("\n\n");
                most -= size;
            }
        }

        return leftOut == 0
            ? text.ToString()
            : text.Append(CultureInfo.InvariantCulture, $"… {leftOut} changed paragraphs left out\n\n").ToString();
    }

    private static IEnumerable<MarkedPassage> TellingPassages(ArticleChange change)
    {
        ArticleDiff diff = change.Diff;
        IEnumerable<MarkedPassage> passages = TellingPassage.AllOf(diff, ChangeClassifier.Classify(change));
        return diff.Title.HasChanges ? passages.Prepend(MarkedPassage.Of(diff.Title)) : passages;
    }

    private static int SizeOf(string text) => Encoding.UTF8.GetByteCount(text);
}

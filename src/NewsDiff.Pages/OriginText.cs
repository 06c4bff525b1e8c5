using NewsDiff.Provenance;

namespace NewsDiff.Pages;

/// <summary>Writes a text with the version that brought each of its words.</summary>
internal sealed class OriginText(PageHtml html, string? language, int firstVersion)
{
    /// <summary>Writes a text as an element, if it has words.</summary>
    internal void Write(string element, TracedParagraph text)
    {
        if (text.Text.Length == 0)
        {
            return;
        }

        html.Open(element, language);
        int written = 0;
        for (int i = 0; i < text.Words.Length;)
        {
            int end = i + 1;
            while (end < text.Words.Length && IsAlike(text.Words[i], text.Words[end]))
            {
                end++;
            }

            TracedWord first = text.Words[i];
            TracedWord last = text.Words[end - 1];
            html.Text(text.Text.AsSpan()[written..first.Start]);
            written = last.Start + last.Length;
            WriteRun(first, text.Text.AsSpan()[first.Start..written]);
            i = end;
        }

        html.Text(text.Text.AsSpan()[written..]);
        html.Raw($"</{element}>\n");
    }

    /// <summary>Writes words of one origin; those of the first version, most of a text, have no mark.</summary>
    private void WriteRun(TracedWord first, ReadOnlySpan<char> words)
    {
        bool isRestored = first.Spans.Length > 1;
        if (first.IntroducedIn == firstVersion && !isRestored)
        {
            html.Text(words);
            return;
        }

        string number = PageHtml.Number(first.IntroducedIn);
        string tint = OriginTint.ClassOf(first.IntroducedIn, firstVersion);
        html.Raw($"<span class=\"{tint}{(isRestored ? " restored" : "")}\">");
        html.Raw($"<sup><span class=\"unseen\">{html.Texts["version"]} </span>{number}");
        if (isRestored)
        {
            html.Raw($"<span class=\"unseen\">, {html.Texts["restored in"]} </span>");
            html.Raw($"↶{PageHtml.Number(first.Spans[^1].Since)}");
        }

        html.Raw("</sup>");
        html.Text(words);
        html.Raw("</span>");
    }

    private static bool IsAlike(TracedWord one, TracedWord other) =>
        one.IntroducedIn == other.IntroducedIn
        && one.Spans.Length > 1 == other.Spans.Length > 1
        && (one.Spans.Length == 1 || one.Spans[^1].Since == other.Spans[^1].Since);
}

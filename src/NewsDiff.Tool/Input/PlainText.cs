using System.Collections.Immutable;

namespace NewsDiff.Tool.Input;

/// <summary>Plain text as an article: blank lines separate its paragraphs, and it has no title.</summary>
internal static class PlainText
{
    internal static Article ToArticle(string text, Uri url)
    {
        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var lines = new List<string>();
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                lines.Add(line.TrimEnd().ToString());
                continue;
            }

            Flush();
        }

        Flush();
        return new Article { Url = url, Title = "", Paragraphs = paragraphs.DrainToImmutable() };

        void Flush()
        {
            if (lines.Count > 0)
            {
                paragraphs.Add(string.Join('\n', lines));
                lines.Clear();
            }
        }
    }
}

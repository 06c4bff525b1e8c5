using System.Text;

namespace NewsDiff.Tool.Output;

/// <summary>An article as plain text: title, byline, dates, and paragraphs between blank lines.</summary>
internal static class ArticleText
{
    internal static string Of(Article article)
    {
        var text = new StringBuilder();
        string[] about =
        [
            Line("", article.Title),
            Line("By ", string.Join(", ", article.Authors)),
            Line("Published ", article.PublishedAt?.ToString()),
            Line("Modified ", article.ModifiedAt?.ToString()),
        ];
        foreach (string line in about.Where(line => line.Length > 0))
        {
            text.Append(line).Append('\n');
        }

        foreach (Paragraph paragraph in article.Paragraphs)
        {
            text.Append('\n').Append(OneLineOrMore(paragraph)).Append('\n');
        }

        return text.ToString();
    }

    private static string Line(string label, string? value) =>
        string.IsNullOrEmpty(value) ? "" : label + Printable.Of(value);

    private static string OneLineOrMore(Paragraph paragraph) =>
        string.Join('\n', paragraph.Text.Split('\n').Select(Printable.Of));
}

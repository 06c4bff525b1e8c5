using System.Globalization;
using System.Text.Json;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Output;

/// <summary>An article as one entry of a list.</summary>
internal sealed record ArticleLine(TrackedArticle Article, ArticleVersion? Latest, Visit? Visit)
{
    private const int MinTitle = 12;

    private VisitState State => Visit?.State ?? VisitState.Active;

    /// <summary>Writes the line; on a terminal, a title that does not fit is cut.</summary>
    internal Line ToLine(int? width)
    {
        string versions = string.Create(CultureInfo.InvariantCulture, $"v{Latest?.Number ?? 0}");
        string seen = Moment.Of(Latest?.SeenAt ?? Article.FirstSeenAt);
        string state = State == VisitState.Active ? "" : $" [{Words.Of(State)}]";
        string title = Latest?.Article.Title is { Length: > 0 } known ? known : Article.Url.AbsoluteUri;
        string id = ShortId.Of(Article.Id);
        string before = Printable.Of($"  {versions,-4} {seen}  {Article.Source ?? "-"}  ");
        int left = (width ?? int.MaxValue) - Columns.WidthOf(id) - Columns.WidthOf(before) - Columns.WidthOf(state);
        return new Line()
            .Add(id, Ink.Faint)
            .Add($"{before}{Columns.Cut(Printable.Of(title), Math.Max(MinTitle, left))}{state}");
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("article", Article.Id);
        json.WriteString("url", Article.Url.AbsoluteUri);
        json.WriteString("title", Latest?.Article.Title);
        json.WriteString("source", Article.Source);
        json.WriteNumber("versions", Latest?.Number ?? 0);
        json.WriteString("firstSeenAt", Article.FirstSeenAt);
        JsonLine.WriteTime(json, "lastChangedAt", Latest is { Number: > 1 } ? Latest.SeenAt : null);
        JsonLine.WriteTime(json, "nextCheckAt", Visit?.DueAt);
        json.WriteString("state", Words.Of(State));
    }
}

using System.Globalization;
using System.Text.Json;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Output;

/// <summary>An article as one entry of a list.</summary>
internal sealed record ArticleLine(TrackedArticle Article, ArticleVersion? Latest, Visit? Visit)
{
    private VisitState State => Visit?.State ?? VisitState.Active;

    internal string ToLine(Screen screen)
    {
        string versions = string.Create(CultureInfo.InvariantCulture, $"v{Latest?.Number ?? 0}");
        string seen = Moment.Of(Latest?.SeenAt ?? Article.FirstSeenAt);
        string state = State == VisitState.Active ? "" : $" [{Words.Of(State)}]";
        string title = Printable.Of(Latest?.Article.Title is { Length: > 0 } known ? known : Article.Url.AbsoluteUri);
        string id = screen.Paint(ShortId.Of(Article.Id), Ink.Faint);
        return $"{id}  {versions,-4} {seen}  {Printable.Of(Article.Source ?? "-")}  {title}{state}";
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("article", Article.Id);
        json.WriteString("url", Article.Url.AbsoluteUri);
        json.WriteString("title", Latest?.Article.Title);
        json.WriteString("source", Article.Source);
        json.WriteNumber("versions", Latest?.Number ?? 0);
        json.WriteString("firstSeenAt", Article.FirstSeenAt);
        JsonLine.WriteTime(json, "lastChangedAt", Latest?.SeenAt);
        JsonLine.WriteTime(json, "nextCheckAt", Visit?.DueAt);
        json.WriteString("state", Words.Of(State));
    }
}

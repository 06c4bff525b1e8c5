using System.Globalization;
using System.Text.Json;
using NewsDiff.Search;

namespace NewsDiff.Tool.Output;

/// <summary>A hit of a search as a line: the article, the versions, and the text.</summary>
internal sealed class HitLine(SearchHit hit)
{
    internal Line ToLine()
    {
        string versions = string.Create(
            CultureInfo.InvariantCulture, $"{hit.FirstVersion}–{hit.LastVersion?.ToString(CultureInfo.InvariantCulture)}");
        Line line = new Line()
            .Add(ShortId.Of(hit.Version.ArticleId), Ink.Faint)
            .Add($"  {versions,-5} {Moment.Of(hit.Version.SeenAt)}  ");
        int shown = 0;
        foreach (Range match in hit.Matches)
        {
            line = line.Add(hit.Snippet[shown..match.Start.GetOffset(hit.Snippet.Length)])
                .Add(hit.Snippet[match], Ink.Bold);
            shown = match.End.GetOffset(hit.Snippet.Length);
        }

        return line.Add(hit.Snippet[shown..]);
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("article", hit.Version.ArticleId);
        json.WriteString("url", hit.Version.Article.Url.AbsoluteUri);
        json.WriteString("title", hit.Version.Article.Title);
        json.WriteNumber("firstVersion", hit.FirstVersion);
        if (hit.LastVersion is { } last)
        {
            json.WriteNumber("lastVersion", last);
        }
        else
        {
            json.WriteNull("lastVersion");
        }

        json.WriteNumber("version", hit.Version.Number);
        JsonLine.WriteTime(json, "seenAt", hit.Version.SeenAt);
        json.WriteBoolean("isTitle", hit.IsTitle);
        json.WriteString("snippet", hit.Snippet);
        json.WriteStartArray("matches");
        foreach (Range match in hit.Matches)
        {
            (int start, int length) = match.GetOffsetAndLength(hit.Snippet.Length);
            json.WriteStartObject();
            json.WriteNumber("start", start);
            json.WriteNumber("length", length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("cursor", hit.Cursor);
    }
}

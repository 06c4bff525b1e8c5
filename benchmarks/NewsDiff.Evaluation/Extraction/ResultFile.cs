using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Writes what was extracted, one entry per page.</summary>
internal static class ResultFile
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The paragraphs joined by blank lines.</summary>
    public static string TextOf(Article? article) =>
        article is null ? "" : string.Join("\n\n", article.Paragraphs.Select(paragraph => paragraph.Text));

    public static void Write(FileInfo file, IEnumerable<(string Id, Article? Article)> results)
    {
        using FileStream stream = file.Create();
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        foreach ((string id, Article? article) in results)
        {
            json.WriteStartObject(id);
            json.WriteString("text", TextOf(article));
            json.WriteString("title", article?.Title);
            json.WriteStartArray("authors");
            foreach (string author in article?.Authors ?? [])
            {
                json.WriteStringValue(author);
            }

            json.WriteEndArray();
            json.WriteString("published", article?.PublishedAt?.ToString());
            json.WriteString("modified", article?.ModifiedAt?.ToString());
            json.WriteString("language", article?.Language);
            json.WriteString("site", article?.SiteName);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes texts by variant and page.</summary>
    public static void WriteVariants(
        FileInfo file,
        IReadOnlyDictionary<string, SortedDictionary<string, string>> variants)
    {
        using FileStream stream = file.Create();
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        foreach ((string variant, SortedDictionary<string, string> texts) in variants)
        {
            json.WriteStartObject(variant);
            foreach ((string id, string text) in texts)
            {
                json.WriteString(id, text);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

using System.Text;
using System.Text.Json;
using NewsDiff.Storage;

namespace NewsDiff.Tool.Output;

/// <summary>Versions and articles as JSON, for exports.</summary>
internal static class VersionJson
{
    /// <summary>An article as one line.</summary>
    internal static string Of(Article article) =>
        Printable.Json(Encoding.UTF8.GetString(ArticleJson.Serialize(article)));

    /// <summary>Writes the properties of a version.</summary>
    internal static void Write(Utf8JsonWriter json, ArticleVersion version)
    {
        WriteHead(json, version);
        WriteContent(json, version);
    }

    /// <summary>Writes the properties of a version other than its content.</summary>
    internal static void WriteHead(Utf8JsonWriter json, ArticleVersion version)
    {
        json.WriteString("article", version.ArticleId);
        json.WriteNumber("version", version.Number);
        json.WriteString("seenAt", version.SeenAt);
        json.WriteString("contentHash", version.ContentHash);
        json.WriteNumber("extractorVersion", version.ExtractorVersion);
    }

    internal static void WriteContent(Utf8JsonWriter json, ArticleVersion version)
    {
        json.WritePropertyName("content");
        json.WriteRawValue(ArticleJson.Serialize(version.Article), skipInputValidation: true);
    }
}

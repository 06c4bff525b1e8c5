using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsDiff.Storage;

/// <summary>An article as JSON in UTF-8, as the database stores keep it, without loss.</summary>
/// <remarks>
/// Texts come back unit by unit: no normalisation, NUL kept, half surrogate pairs as <c>\uD800</c> escapes.
/// PostgreSQL's <c>json</c> types refuse the latter two, so keep the bytes unchanged.
/// </remarks>
public static class ArticleJson
{
    // Text stays readable in the database: a Cyrillic letter is itself, not an escape. Never embedded in HTML.
    private static readonly ArticleJsonContext Context = new(new JsonSerializerOptions(
        ArticleJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes an article.</summary>
    /// <param name="article">The article.</param>
    /// <returns>JSON in UTF-8; equal articles give equal bytes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public static byte[] Serialize(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return JsonSerializer.SerializeToUtf8Bytes(article, Context.Article);
    }

    /// <summary>Reads an article, and skips unknown properties.</summary>
    /// <param name="json">The bytes of <see cref="Serialize"/>.</param>
    /// <returns>The article.</returns>
    /// <exception cref="JsonException">The bytes are not an article in JSON.</exception>
    public static Article Deserialize(ReadOnlySpan<byte> json)
    {
        Article article = JsonSerializer.Deserialize(json, Context.Article)
            ?? throw new JsonException("An article was expected, not null.");
        return article.Paragraphs.All(IsWhole) && !article.Authors.Contains(null!) && !article.Captions.Contains(null!)
            && !article.Links.Contains(null!)
            ? article
            : throw new JsonException("A paragraph, an author, a caption or a link is null.");
    }

    private static bool IsWhole(Paragraph? paragraph) =>
        paragraph is { Text: not null } && Enum.IsDefined(paragraph.Kind);
}

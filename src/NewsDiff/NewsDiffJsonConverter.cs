using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>Writes <see cref="TextDiff"/> and <see cref="ArticleDate"/> as JSON, and reads them back equal.</summary>
/// <remarks>Public for source-generated JSON, which names it; there is no need to.</remarks>
public sealed class NewsDiffJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert == typeof(TextDiff) || typeToConvert == typeof(ArticleDate);

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert == typeof(TextDiff) ? new TextDiffJsonConverter()
        : typeToConvert == typeof(ArticleDate) ? new ArticleDateJsonConverter()
        : null;
}

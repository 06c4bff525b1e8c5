using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>Writes <see cref="TextDiff"/> and <see cref="ArticleDate"/> as JSON, and reads them back equal.</summary>
/// <remarks>It is public because source-generated JSON names it; hosts need not.</remarks>
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

using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>Writes an <see cref="ArticleDate"/> as one string, with its precision and offset.</summary>
internal sealed class ArticleDateJsonConverter : JsonConverter<ArticleDate>
{
    /// <inheritdoc/>
    public override ArticleDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return ArticleDate.TryParse(text, out ArticleDate date)
            ? date
            : throw new JsonException($"'{text}' is not a date in the form of ArticleDate.ToString.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ArticleDate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}

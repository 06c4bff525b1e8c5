using System.Text.Json.Serialization;

namespace NewsDiff.Storage;

/// <summary>The layout of an article in JSON; changing it changes every database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true,
    Converters = [typeof(LosslessStringConverter)])]
[JsonSerializable(typeof(Article))]
internal sealed partial class ArticleJsonContext : JsonSerializerContext;

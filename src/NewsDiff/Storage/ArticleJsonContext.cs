using System.Text.Json.Serialization;

namespace NewsDiff.Storage;

/// <summary>How an article is laid out in JSON; a change of it is a change of every database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true,
    Converters = [typeof(LosslessStringConverter)])]
[JsonSerializable(typeof(Article))]
internal sealed partial class ArticleJsonContext : JsonSerializerContext;

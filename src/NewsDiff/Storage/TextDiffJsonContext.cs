using System.Text.Json.Serialization;

namespace NewsDiff.Storage;

/// <summary>How a comparison is laid out in JSON, whatever the document around it looks like.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters = [typeof(LosslessStringConverter)])]
[JsonSerializable(typeof(TextDiffJson))]
internal sealed partial class TextDiffJsonContext : JsonSerializerContext;

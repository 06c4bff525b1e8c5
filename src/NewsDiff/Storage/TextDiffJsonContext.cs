using System.Text.Json.Serialization;

namespace NewsDiff.Storage;

/// <summary>The JSON layout of a comparison, whatever the document around it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters = [typeof(LosslessStringConverter)])]
[JsonSerializable(typeof(TextDiffJson))]
internal sealed partial class TextDiffJsonContext : JsonSerializerContext;

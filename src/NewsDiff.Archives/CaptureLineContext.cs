using System.Text.Json.Serialization;

namespace NewsDiff.Archives;

/// <summary>The JSON layout of a line in a folder's list.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CaptureLine))]
internal sealed partial class CaptureLineContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace NewsDiff.Archives;

/// <summary>How a line of a folder's list is laid out in JSON.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CaptureLine))]
internal sealed partial class CaptureLineContext : JsonSerializerContext;

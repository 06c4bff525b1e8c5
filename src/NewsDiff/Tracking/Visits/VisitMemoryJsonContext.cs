using System.Text.Json.Serialization;

namespace NewsDiff.Tracking.Visits;

/// <summary>The JSON layout of a visit's memory.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(VisitMemory))]
internal sealed partial class VisitMemoryJsonContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace NewsDiff.Archives;

/// <summary>The JSON layout of the lines of a folder's lists, and of followed addresses.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CaptureLine))]
[JsonSerializable(typeof(FollowedList))]
internal sealed partial class ArchiveJsonContext : JsonSerializerContext;

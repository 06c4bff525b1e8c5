using System.Text.Json.Serialization;

namespace NewsDiff.Archives;

/// <summary>The JSON layout of a list of followed addresses.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FollowedList))]
internal sealed partial class FollowedListContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace NewsDiff.Archives;

/// <summary>How a list of what is followed is laid out in JSON.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FollowedList))]
internal sealed partial class FollowedListContext : JsonSerializerContext;

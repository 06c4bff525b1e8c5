using System.Text.Json.Serialization;

namespace NewsDiff.Archives;

/// <summary>How a list of what is followed is laid out in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FollowedList))]
internal sealed partial class FollowedListContext : JsonSerializerContext;

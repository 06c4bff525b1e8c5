using System.Text.Json.Serialization;

namespace NewsDiff.Fetching.Robots;

/// <summary>The JSON layout of a kept robots.txt.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RobotsForm))]
internal sealed partial class RobotsJsonContext : JsonSerializerContext;

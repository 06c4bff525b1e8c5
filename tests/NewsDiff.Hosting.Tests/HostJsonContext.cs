using System.Text.Json.Serialization;

namespace NewsDiff.Hosting.Tests;

/// <summary>The JSON of a host that writes what the library gives it; this project sees only what is public.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleVersion))]
[JsonSerializable(typeof(ArticleChange))]
[JsonSerializable(typeof(TextDiff))]
[JsonSerializable(typeof(CheckOutcome))]
internal sealed partial class HostJsonContext : JsonSerializerContext;

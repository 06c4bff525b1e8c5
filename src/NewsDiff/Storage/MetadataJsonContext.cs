using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NewsDiff.Storage;

/// <summary>The layout of changes of metadata in JSON; changing it changes every database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true,
    Converters = [typeof(LosslessStringConverter)])]
[JsonSerializable(typeof(ImmutableArray<MetadataChange>))]
internal sealed partial class MetadataJsonContext : JsonSerializerContext;

using System.Collections.Immutable;
using System.Text.Json;

namespace NewsDiff.Storage;

/// <summary>Changes of metadata as JSON in text columns, for our own stores.</summary>
internal static class MetadataJson
{
    /// <summary>Writes changes.</summary>
    /// <returns>JSON in ASCII; null for no change.</returns>
    public static string? Serialize(ImmutableArray<MetadataChange> changes) => changes.IsEmpty
        ? null
        : JsonSerializer.Serialize(changes, MetadataJsonContext.Default.ImmutableArrayMetadataChange);

    /// <summary>Reads changes.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static ImmutableArray<MetadataChange> Deserialize(string? json)
    {
        if (json is null)
        {
            return [];
        }

        ImmutableArray<MetadataChange> changes =
            JsonSerializer.Deserialize(json, MetadataJsonContext.Default.ImmutableArrayMetadataChange);
        return !changes.IsDefault && changes.All(IsWhole)
            ? changes
            : throw new JsonException("A change or a value is null, or its field is unknown.");
    }

    private static bool IsWhole(MetadataChange? change) => change is not null && Enum.IsDefined(change.Field)
        && !change.Before.Contains(null!) && !change.After.Contains(null!);
}

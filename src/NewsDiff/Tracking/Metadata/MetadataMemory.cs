using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NewsDiff.Tracking.Metadata;

/// <summary>What visits remember about an article's metadata.</summary>
internal sealed record MetadataMemory
{
    /// <summary>The number of the version that it belongs to.</summary>
    public int Number { get; init; }

    /// <summary>The version of the extractor whose readings are compared.</summary>
    public int Extractor { get; init; }

    /// <summary>The fields with something to remember.</summary>
    public ImmutableArray<FieldMemory> Fields { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether a change of the version's metadata may have been stored.</summary>
    [JsonIgnore]
    public bool IsRevised => Fields.Any(static known => known.Stands is not null);

    /// <summary>The memory for a version: what belongs to an earlier one is forgotten.</summary>
    public static MetadataMemory For(ArticleVersion version, MetadataMemory? known) =>
        known is not null && known.Number == version.Number
            ? known
            : new MetadataMemory
            {
                Number = version.Number,
                Extractor = version.ExtractorVersion,
                Fields = [.. (known?.Fields ?? []).Select(static field => field.Begin())],
            };

    /// <summary>The memory of a field.</summary>
    public FieldMemory Of(MetadataField field) =>
        Fields.FirstOrDefault(known => known.Field == field) ?? new FieldMemory(field);

    /// <summary>The memory with the fields that have something to remember.</summary>
    public MetadataMemory With(IEnumerable<FieldMemory> fields) =>
        this with { Fields = [.. fields.Where(static field => !field.IsEmpty)] };
}

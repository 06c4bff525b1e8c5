using System.Collections.Immutable;

namespace NewsDiff.Research;

/// <summary>A version that a source has, or why one could not be read.</summary>
/// <remarks>Equality compares the keys by reference.</remarks>
public sealed record ImportedVersion
{
    /// <summary>Where it is in its source, such as <c>line 7</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Why it could not be read, for people; null when it was read.</summary>
    public string? Problem { get; init; }

    /// <summary>Its content; null exactly when there is a problem.</summary>
    public Article? Article { get; init; }

    /// <summary>When the source saw it.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The keys of its article; empty for that of its address. The default is empty.</summary>
    public ImmutableArray<string> Keys { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The source's name for grouping articles, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Its number in an export of NewsDiff; null elsewhere.</summary>
    public int? Number { get; init; }

    /// <summary>The version of the extractor that read it; 0, the default, for none.</summary>
    public int ExtractorVersion { get; init; }

    /// <summary>The share of the source that was read, 0 to 1; null when unknown.</summary>
    public double? Progress { get; init; }
}

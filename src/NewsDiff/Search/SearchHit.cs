using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Search;

/// <summary>A paragraph or title that a search found.</summary>
/// <remarks>Equality compares its array by reference.</remarks>
public sealed record SearchHit
{
    /// <summary>The first version with the text; for removed text, the last one.</summary>
    public required ArticleVersion Version { get; init; }

    /// <summary>The number of the first version with the text.</summary>
    public required int FirstVersion { get; init; }

    /// <summary>The number of the last version with the text; null if the latest has it.</summary>
    public int? LastVersion { get; init; }

    /// <summary>Whether the text is a title. The default is false.</summary>
    public bool IsTitle { get; init; }

    /// <summary>The text around the first match, as readers saw it.</summary>
    public required string Snippet { get; init; }

    /// <summary>Where the words of the query are in <see cref="Snippet"/>. The default is empty.</summary>
    public ImmutableArray<Range> Matches { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The place of the hit: a search that continues after it misses none.</summary>
    public required string Cursor { get; init; }

    /// <summary>The hit in one line, such as <c>ferry: versions 1–2: The ferry is late.</c></summary>
    /// <returns>The line.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Version.ArticleId}: versions {FirstVersion}–{LastVersion}: {Snippet}");
}

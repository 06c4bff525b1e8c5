using System.Collections.Immutable;
using NewsDiff.Tracking.Metadata;

namespace NewsDiff;

/// <summary>A change of one field of an article's metadata.</summary>
/// <remarks>Equality compares the arrays by reference.</remarks>
public sealed record MetadataChange
{
    /// <summary>What was changed.</summary>
    public required MetadataField Field { get; init; }

    /// <summary>The former value, or the removed values; empty for none. The default is empty.</summary>
    /// <remarks>
    /// Dates are as <see cref="ArticleDate.ToString"/> writes them, addresses are absolute. Names, captions and links
    /// that did not change are left out.
    /// </remarks>
    public ImmutableArray<string> Before { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The new value, or the added values; empty for none. The default is empty.</summary>
    public ImmutableArray<string> After { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Compares the metadata of two readings of an article.</summary>
    /// <remarks>
    /// Differences that are not edits are ignored: order and white space, another size or server of the same picture,
    /// tracking parameters, a date in another precision, a later date of modification.
    /// </remarks>
    /// <param name="before">The earlier reading.</param>
    /// <param name="after">The later reading.</param>
    /// <returns>The changes, one for each field at most; empty for none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImmutableArray<MetadataChange> Compute(Article before, Article after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. MetadataValues.Fields
                .Select(field => MetadataComparison.Compare(field, before, after))
                .OfType<MetadataChange>(),
        ];
    }

    /// <summary>The change in one line, such as <c>Section: "World" → "Sport"</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Field}: {Quote(Before)} → {Quote(After)}";

    private static string Quote(ImmutableArray<string> values) =>
        values.IsEmpty ? "none" : string.Join(", ", values.Select(static value => $"\"{value}\""));
}

using System.Collections.Immutable;
using NewsDiff.Tracking.Metadata;

namespace NewsDiff;

/// <summary>A change of what an article states around its text.</summary>
/// <remarks>Equality compares the arrays by reference.</remarks>
public sealed record MetadataChange
{
    /// <summary>What was changed.</summary>
    public required MetadataField Field { get; init; }

    /// <summary>The former value, or the values that went; empty for none. The default is empty.</summary>
    /// <remarks>
    /// Dates are as <see cref="ArticleDate.ToString"/> writes them, addresses are absolute. Of names, captions and
    /// links, those that stayed are left out.
    /// </remarks>
    public ImmutableArray<string> Before { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The new value, or the values that came; empty for none. The default is empty.</summary>
    public ImmutableArray<string> After { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Compares what two readings of an article state around the text.</summary>
    /// <remarks>
    /// Left out is what publishers do not edit: order and white space, another size or server of the same picture,
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

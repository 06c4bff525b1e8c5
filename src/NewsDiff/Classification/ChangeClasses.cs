using System.Collections.Immutable;

namespace NewsDiff.Classification;

/// <summary>The classes of one change.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record ChangeClasses
{
    /// <summary>The largest <see cref="Significance"/>.</summary>
    public const int MaxSignificance = 100;

    /// <summary>The classes with their places, by place and class.</summary>
    public required ImmutableArray<ChangeLabel> Labels { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How much the change matters to a reader, from 0 to 100.</summary>
    /// <remarks>
    /// Typography alone has at most 10. A number, date, name, quotation or denial that changed has at least 50.
    /// </remarks>
    public required int Significance { get; init; }

    /// <summary>Whether the words of the article's language are known.</summary>
    /// <remarks>Otherwise, classes that depend on words are missing.</remarks>
    public required bool KnowsLanguage { get; init; }

    /// <summary>Whether the change is of a class.</summary>
    /// <param name="of">The class.</param>
    /// <returns>Whether any label has it.</returns>
    public bool Has(ChangeClass of) => Labels.Any(label => label.Class == of);

    /// <summary>The classes in one line, such as <c>Headline, Number (70)</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        $"{string.Join(", ", Labels.Select(label => label.Class).Distinct().Order())} ({Significance})";
}

using System.Collections.Immutable;

namespace NewsDiff.Search;

/// <summary>A parsed query.</summary>
internal sealed record SearchExpression
{
    /// <summary>The required phrases: at least one of each list.</summary>
    public required ImmutableArray<ImmutableArray<SearchPhrase>> Clauses { get; init; }

    /// <summary>The excluded phrases.</summary>
    public required ImmutableArray<SearchPhrase> Excluded { get; init; }

    /// <summary>The marks that a row must have.</summary>
    public required ImmutableArray<string> Marks { get; init; }

    /// <summary>The marks that a row must not have.</summary>
    public required ImmutableArray<string> ExcludedMarks { get; init; }

    /// <summary>The first second, since 1970; null for any.</summary>
    public long? Since { get; init; }

    /// <summary>The second after the last; null for any.</summary>
    public long? Until { get; init; }

    /// <summary>Whether the terms and marks of a row match the query.</summary>
    public bool Matches(IReadOnlyList<string> terms, IReadOnlyCollection<string> marks) =>
        Marks.All(marks.Contains)
        && !ExcludedMarks.Any(marks.Contains)
        && Clauses.All(clause => clause.Any(phrase => phrase.IsIn(terms)))
        && !Excluded.Any(phrase => phrase.IsIn(terms));
}

using System.Collections.Immutable;

namespace NewsDiff.Search;

/// <summary>What a new version of an article changes in the index.</summary>
/// <param name="Ended">The hashes of the texts whose last version is the one before.</param>
/// <param name="Begun">The hashes of the texts that the version brought; they no longer count as removed.</param>
/// <param name="Rows">The new rows.</param>
internal sealed record Lifetimes(
    ImmutableArray<long> Ended, ImmutableArray<long> Begun, ImmutableArray<SearchRow> Rows)
{
    /// <summary>Compares a version with the one before.</summary>
    /// <param name="standing">The texts of the previous version, by hash, and the first version of each.</param>
    /// <param name="before">The previous version; null for none.</param>
    /// <param name="after">The version.</param>
    /// <param name="source">The source of the article, or null.</param>
    public static Lifetimes Compute(
        IReadOnlyDictionary<long, int> standing, ArticleVersion? before, ArticleVersion after, string? source)
    {
        List<SearchedText> texts = SearchedText.Read(after.Article);
        HashSet<long> present = [.. texts.Select(text => text.Hash)];
        Dictionary<int, SearchedText> begun = texts.Where(text => !standing.ContainsKey(text.Hash))
            .ToDictionary(text => text.Place);
        ImmutableArray<long> ended = [.. standing.Keys.Where(hash => !present.Contains(hash))];
        var changes = before is null
            ? null
            : new LifetimeChanges(standing, ended.ToHashSet(), begun, before, after, source);
        ImmutableArray<SearchRow> edits = changes?.Compute() ?? [];
        IEnumerable<SearchRow> whole = begun.Values.Select(text => new SearchRow(
            after.Number, null, text.Place, text.Hash, SearchForm.Whole,
            LifetimeChanges.MarksOf(
                after, source, after.Number, text.Place,
                changes?.Inserted.Contains(text.Place) is true
                    ? [SearchMark.Whole, SearchMark.Added]
                    : [SearchMark.Whole]),
            text.Terms));
        return new Lifetimes(
            ended,
            [.. begun.Values.Select(text => text.Hash)],
            [.. whole.Concat(edits).SelectMany(row => row.Divide())]);
    }
}

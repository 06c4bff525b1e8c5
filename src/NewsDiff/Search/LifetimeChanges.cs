using System.Collections.Immutable;

namespace NewsDiff.Search;

/// <summary>Finds the text that a version added and removed: whole paragraphs, and words edited in others.</summary>
/// <param name="standing">The texts of the previous version, by hash, and the first version of each.</param>
/// <param name="ended">The hashes of those that the version does not have.</param>
/// <param name="begun">The texts that only the version has, by place.</param>
/// <param name="before">The previous version.</param>
/// <param name="after">The version.</param>
/// <param name="source">The source of the article, or null.</param>
internal sealed class LifetimeChanges(
    IReadOnlyDictionary<long, int> standing,
    IReadOnlySet<long> ended,
    IReadOnlyDictionary<int, SearchedText> begun,
    ArticleVersion before,
    ArticleVersion after,
    string? source)
{
    private readonly List<SearchRow> _rows = [];
    private readonly HashSet<int> _inserted = [];

    /// <summary>The places of whole paragraphs that the version added.</summary>
    public IReadOnlySet<int> Inserted => _inserted;

    /// <summary>The marks of a row.</summary>
    public static ImmutableArray<string> MarksOf(
        ArticleVersion version, string? source, int number, int place, ImmutableArray<string> modes) =>
    [
        .. modes,
        SearchMark.Version(number),
        SearchMark.Host(version.Host),
        .. source is null ? Array.Empty<string>() : [SearchMark.Source(source)],
        .. place == 0 ? [SearchMark.Title] : Array.Empty<string>(),
    ];

    /// <summary>Computes the rows of what was added and removed.</summary>
    public ImmutableArray<SearchRow> Compute()
    {
        Dictionary<int, SearchedText> gone = SearchedText.Read(before.Article)
            .Where(text => ended.Contains(text.Hash))
            .ToDictionary(text => text.Place);
        if (gone.Count == 0 && begun.Count == 0)
        {
            return [];
        }

        ArticleDiff diff = ArticleDiff.Compute(before.Article, after.Article);
        AddEdits(gone, [0], [0], diff.Title);
        foreach (ParagraphChange change in diff.Paragraphs)
        {
            int[] old = [.. change.OldIndexes.Select(index => index + 1)];
            int[] now = [.. change.NewIndexes.Select(index => index + 1)];
            if (change.Words is { } words)
            {
                AddEdits(gone, old, now, words);
                continue;
            }

            _inserted.UnionWith(now);
            foreach (SearchedText text in old.Where(gone.ContainsKey).Select(place => gone[place]))
            {
                AddRemoved(text, text.Terms);
            }
        }

        return [.. _rows];
    }

    private void AddEdits(Dictionary<int, SearchedText> gone, int[] old, int[] now, TextDiff words)
    {
        SearchedText? removed = old.Select(gone.GetValueOrDefault).FirstOrDefault(text => text is not null);
        if (removed is not null)
        {
            AddRemoved(removed, TermsOf(words, EditKind.Delete));
        }

        SearchedText? added = now.Select(begun.GetValueOrDefault).FirstOrDefault(text => text is not null);
        if (added is not null && TermsOf(words, EditKind.Insert) is { Count: > 0 } terms)
        {
            _rows.Add(new SearchRow(
                after.Number, null, added.Place, added.Hash, SearchForm.Added,
                MarksOf(after, source, after.Number, added.Place, [SearchMark.Added]), terms));
        }
    }

    private void AddRemoved(SearchedText text, IReadOnlyList<string> terms)
    {
        if (terms.Count > 0)
        {
            _rows.Add(new SearchRow(
                standing[text.Hash], before.Number, text.Place, text.Hash, SearchForm.Removed,
                MarksOf(before, source, after.Number, text.Place, [SearchMark.Removed]), terms));
        }
    }

    /// <summary>The terms of all edits of a kind, with a gap between two edits.</summary>
    private static List<string> TermsOf(TextDiff words, EditKind kind)
    {
        List<string> terms = [];
        foreach (DiffEdit edit in words.Edits.Where(edit => edit.Kind == kind))
        {
            string text = kind == EditKind.Delete ? words.OldText[edit.OldRange] : words.NewText[edit.NewRange];
            List<SearchToken> tokens = SearchTokenizer.Read(text);
            if (tokens.Count > 0 && terms.Count > 0)
            {
                terms.Add(SearchMark.Gap);
            }

            terms.AddRange(tokens.Select(token => token.Term));
        }

        return terms;
    }
}

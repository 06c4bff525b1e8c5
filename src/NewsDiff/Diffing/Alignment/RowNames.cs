using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Pairs the rows of tables by their names, whatever became of their figures.</summary>
/// <remarks>
/// The name of a row is its first cell, unless that is empty, a sign or a rank (<c>3.</c>, <c>1st</c>). Rows of several
/// tables that have the same name are pairs in their order if each side has as many of them.
/// </remarks>
internal static class RowNames
{
    // Longer numbers are years and figures.
    private const int MostRankDigits = 3;

    // The most letters at the end of a rank, such as "1st" or "2ème".
    private const int LongestRankEnd = 3;

    /// <summary>Adds the pairs of named rows, and drops all other pairs with these rows.</summary>
    /// <param name="pairs">The pairs, in ascending order of old, then new place.</param>
    /// <param name="words">The words of all paragraphs.</param>
    /// <param name="old">The old paragraphs.</param>
    /// <param name="new">The new paragraphs.</param>
    internal static void Apply(
        List<ParagraphPair> pairs,
        ParagraphWords words,
        ImmutableArray<Paragraph> old,
        ImmutableArray<Paragraph> @new)
    {
        Dictionary<string, Namesakes>? all = null;
        for (int i = 0; i < old.Length; i++)
        {
            if (IsRow(old[i]))
            {
                all ??= new Dictionary<string, Namesakes>(StringComparer.Ordinal);
                NamesakesOf(all, old[i]).Old.Add(i);
            }
        }

        for (int j = 0; j < @new.Length && all is not null; j++)
        {
            if (IsRow(@new[j]))
            {
                NamesakesOf(all, @new[j]).New.Add(j);
            }
        }

        if (all is null)
        {
            return;
        }

        HashSet<int> namedOld = [];
        HashSet<int> namedNew = [];
        List<ParagraphPair> named = [];
        foreach (Namesakes rows in all.Values)
        {
            foreach ((int i, int j) in rows.Pair(old, @new))
            {
                namedOld.Add(i);
                namedNew.Add(j);
                named.Add(Pair(words, i, j));
            }
        }

        pairs.RemoveAll(pair => namedOld.Contains(pair.Old) || namedNew.Contains(pair.New));
        pairs.AddRange(named);
        pairs.Sort(static (a, b) => (a.Old, a.New).CompareTo((b.Old, b.New)));
    }

    private static ParagraphPair Pair(ParagraphWords words, int old, int @new) => new(
        old,
        @new,
        Similarity: 1,
        OldShare: 1,
        NewShare: 1,
        Math.Min(words.Old(old).Length, words.New(@new).Length),
        words.Old(old).ReadsLike(words.New(@new)),
        IsNamed: true);

    private static bool IsRow(Paragraph paragraph) =>
        paragraph.Kind != ParagraphKind.Preformatted && paragraph.Text.Contains('\t', StringComparison.Ordinal);

    private static Namesakes NamesakesOf(Dictionary<string, Namesakes> all, Paragraph row)
    {
        ref Namesakes? rows =
            ref CollectionsMarshal.GetValueRefOrAddDefault(all, NameOf(row.Text).ToString(), out _);
        return rows ??= new Namesakes();
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> row)
    {
        ReadOnlySpan<char> first = default;
        foreach (Range range in row.Split('\t'))
        {
            ReadOnlySpan<char> cell = row[range].Trim();
            if (!cell.ContainsAnyLetterOrDigit())
            {
                continue;
            }

            if (!IsRank(cell))
            {
                return cell;
            }

            first = first.IsEmpty ? cell : first;
        }

        return first;
    }

    private static bool ContainsAnyLetterOrDigit(this ReadOnlySpan<char> cell)
    {
        foreach (char c in cell)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRank(ReadOnlySpan<char> cell)
    {
        int digits = 0;
        while (digits < cell.Length && char.IsDigit(cell[digits]))
        {
            digits++;
        }

        ReadOnlySpan<char> end = cell[digits..];
        return digits is > 0 and <= MostRankDigits
            && (end is "" or "." or ")" || (end.Length <= LongestRankEnd && IsLetters(end)));
    }

    private static bool IsLetters(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The old and new rows that have the same name.</summary>
    private sealed class Namesakes
    {
        internal List<int> Old { get; } = [];

        internal List<int> New { get; } = [];

        internal IEnumerable<(int Old, int New)> Pair(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new)
        {
            // Rows that both articles have are not paired by name: all their cells tell more than the name does.
            HashSet<string> kept = [];
            if (Old.Count > 1 || New.Count > 1)
            {
                kept.UnionWith(Old.Select(i => old[i].Text));
                kept.IntersectWith(New.Select(j => @new[j].Text));
            }

            int[] left = [.. Old.Where(i => !kept.Contains(old[i].Text))];
            int[] right = [.. New.Where(j => !kept.Contains(@new[j].Text))];
            return left.Length == right.Length ? left.Zip(right) : [];
        }
    }
}

using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>The moves of a comparison, grouped by paragraph.</summary>
internal sealed class RowMoves
{
    // A blank line joins the paragraphs of a row.
    private const int JointLength = 2;

    private readonly ILookup<int, MarkedRange> _old;
    private readonly ILookup<int, MarkedRange> _new;

    internal RowMoves(ImmutableArray<DiffMove> moves)
    {
        _old = moves.Select((move, index) => MarkedRange.Old(move, index + 1))
            .OrderBy(range => range.Start)
            .ToLookup(range => range.Mark.From);
        _new = moves.Select((move, index) => MarkedRange.New(move, index + 1))
            .OrderBy(range => range.Start)
            .ToLookup(range => range.Mark.To);
    }

    /// <summary>The places in joined old paragraphs that text left, in order.</summary>
    internal ImmutableArray<MarkedRange> Old(ImmutableArray<Paragraph> paragraphs, ImmutableArray<int> indexes) =>
        In(_old, paragraphs, indexes);

    /// <summary>The moved texts in joined new paragraphs, in order.</summary>
    internal ImmutableArray<MarkedRange> New(ImmutableArray<Paragraph> paragraphs, ImmutableArray<int> indexes) =>
        In(_new, paragraphs, indexes);

    /// <summary>The places that text left, in a comparison of texts.</summary>
    internal ImmutableArray<MarkedRange> Old() => [.. _old[0]];

    /// <summary>The moved texts, in a comparison of texts.</summary>
    internal ImmutableArray<MarkedRange> New() => [.. _new[0]];

    private static ImmutableArray<MarkedRange> In(
        ILookup<int, MarkedRange> places, ImmutableArray<Paragraph> paragraphs, ImmutableArray<int> indexes)
    {
        if (!indexes.Any(places.Contains))
        {
            return [];
        }

        ImmutableArray<MarkedRange>.Builder ranges = ImmutableArray.CreateBuilder<MarkedRange>();
        int offset = 0;
        foreach (int index in indexes)
        {
            ranges.AddRange(places[index].Select(
                range => range with { Start = range.Start + offset, End = range.End + offset }));
            offset += paragraphs[index].Text.Length + JointLength;
        }

        return ranges.ToImmutable();
    }
}

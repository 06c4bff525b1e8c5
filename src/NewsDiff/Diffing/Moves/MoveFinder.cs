using System.Collections.Immutable;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Moves;

/// <summary>Finds what moved among the deleted and inserted stretches of a comparison, step by step.</summary>
/// <remarks>
/// Words are always compared without case, typography and invisible characters, whatever the options say. Such a
/// difference is an edit inside the move.
/// </remarks>
internal sealed class MoveFinder(DiffOptions options)
{
    // A shorter stretch cannot hold five words, whatever the script.
    private const int ShortestStretch = 10;

    private static readonly DiffOptions Folded =
        new() { IgnoreCase = true, IgnoreInvisible = true, IgnoreTypography = true };

    private readonly List<MoveStretch> _deleted = [];
    private readonly List<MoveStretch> _inserted = [];

    /// <summary>The number of words examined so far.</summary>
    internal long Looks { get; private set; }

    internal void AddDeleted(MoveStretch stretch) => Add(_deleted, stretch);

    internal void AddInserted(MoveStretch stretch) => Add(_inserted, stretch);

    internal ImmutableArray<DiffMove> Find()
    {
        if (_deleted.Count == 0 || _inserted.Count == 0)
        {
            return [];
        }

        var interner = new TokenInterner();
        var folding = new TokenFolding(Folded);
        var tokens = new TokenList();
        MoveSide old = Read(_deleted);
        MoveSide @new = Read(_inserted);
        var search = new MoveSearch(old, @new);
        List<MovedSpan> spans = search.Find();
        Looks = search.Looks;
        return spans.Count == 0 ? [] : Write(spans, old, @new);

        MoveSide Read(List<MoveStretch> stretches)
        {
            var side = new MoveSide();
            foreach (MoveStretch stretch in stretches)
            {
                side.Add(stretch, interner, folding, tokens);
            }

            return side;
        }
    }

    private static void Add(List<MoveStretch> stretches, MoveStretch stretch)
    {
        if (stretch.End - stretch.Start >= ShortestStretch)
        {
            stretches.Add(stretch);
        }
    }

    private ImmutableArray<DiffMove> Write(List<MovedSpan> spans, MoveSide old, MoveSide @new)
    {
        var differ = new TextDiffer(options);
        ImmutableArray<DiffMove>.Builder moves = ImmutableArray.CreateBuilder<DiffMove>(spans.Count);
        foreach (MovedSpan span in spans)
        {
            MoveStretch from = old.CutOut(span.OldStart, span.OldEnd);
            MoveStretch to = @new.CutOut(span.NewStart, span.NewEnd);
            moves.Add(new DiffMove
            {
                OldParagraph = from.Paragraph,
                OldStart = from.Start,
                OldLength = from.End - from.Start,
                NewParagraph = to.Paragraph,
                NewStart = to.Start,
                NewLength = to.End - to.Start,
                Words = differ.Compute(from.Text[from.Start..from.End], to.Text[to.Start..to.End]),
            });
        }

        return moves.MoveToImmutable();
    }
}

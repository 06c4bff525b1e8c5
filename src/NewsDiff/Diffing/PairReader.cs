using NewsDiff.Diffing.Search;
using NewsDiff.Diffing.Tokens;
using NewsDiff.Text;

namespace NewsDiff.Diffing;

/// <summary>Cuts two texts into tokens; equal beginnings and ends of their stretches are cut once.</summary>
/// <remarks>
/// Lines that both texts share become one token on each side. Between such lines, most texts differ in a word or
/// two. Copying the tokens around a change takes a fraction of the time of cutting them.
/// </remarks>
internal sealed class PairReader(TokenReader reader)
{
    // Shorter equal ends are cut again as quickly as they are found.
    private const int LeastEqual = 32;

    // No token depends on more characters behind it.
    private const int Lookahead = 8;

    // Characters that are compared at once from the ends of two texts.
    private const int Block = 32;

    private readonly List<int> _ends = [];

    internal void Read(string oldText, TokenList old, string newText, TokenList @new, List<Box> shared)
    {
        ReadOld(oldText, old, shared);
        int first = 0;
        int oldPosition = 0;
        int newPosition = 0;
        for (int i = 0; i < shared.Count; i++)
        {
            Box lines = shared[i];
            var stretch = new Box(oldPosition, lines.OldStart, newPosition, lines.NewStart);
            ReadBeside(oldText, old, first, _ends[i], newText, @new, stretch);
            @new.Add(lines.NewStart, lines.NewLength, TokenKind.Lines);
            first = _ends[i] + 1;
            oldPosition = lines.OldEnd;
            newPosition = lines.NewEnd;
        }

        var rest = new Box(oldPosition, oldText.Length, newPosition, newText.Length);
        ReadBeside(oldText, old, first, old.Count, newText, @new, rest);
    }

    private void ReadOld(string text, TokenList tokens, List<Box> shared)
    {
        _ends.Clear();
        int position = 0;
        foreach (Box lines in shared)
        {
            reader.Read(text, position, lines.OldStart, tokens);
            _ends.Add(tokens.Count);
            tokens.Add(lines.OldStart, lines.OldLength, TokenKind.Lines);
            position = lines.OldEnd;
        }

        reader.Read(text, position, text.Length, tokens);
    }

    // Reads a stretch of the new text, of whose old side the tokens are known.
    private void ReadBeside(
        string oldText, TokenList old, int first, int end, string newText, TokenList @new, Box stretch)
    {
        ReadOnlySpan<char> oldSide = oldText.AsSpan(stretch.OldStart..stretch.OldEnd);
        ReadOnlySpan<char> newSide = newText.AsSpan(stretch.NewStart..stretch.NewEnd);
        int position = stretch.NewStart;
        int head = oldSide.CommonPrefixLength(newSide);
        if (head >= LeastEqual)
        {
            int count = CountWithin(old, first, end, stretch.OldStart + head - Lookahead);
            @new.AddShifted(old, first, count, stretch.NewStart - stretch.OldStart);
            position = count == 0 ? position : @new[@new.Count - 1].End;
            first += count;
        }

        int tail = CommonSuffixLength(oldSide[head..], newSide[head..]);
        int next = tail < LeastEqual ? end : FindStart(oldText, old, first, end, stretch.OldEnd - tail);
        if (next == end)
        {
            reader.Read(newText, position, stretch.NewEnd, @new);
            return;
        }

        int shift = stretch.NewEnd - stretch.OldEnd;
        reader.Read(newText, position, old[next].Start + shift, @new);
        @new.AddShifted(old, next, end - next, shift);
    }

    private static int CountWithin(TokenList tokens, int first, int end, int limit)
    {
        int index = first;
        while (index < end && tokens[index].End <= limit)
        {
            index++;
        }

        return index - first;
    }

    // The first token behind a place that begins there whatever is before the place: a word behind a word and a space,
    // or a character that is a word by itself behind another one.
    private static int FindStart(string text, TokenList tokens, int first, int end, int place)
    {
        for (int low = first, high = end; low < high; first = low)
        {
            int middle = (low + high) >>> 1;
            (low, high) = tokens[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        while (first < end && !BeginsAnyway(text, tokens[first], place))
        {
            first++;
        }

        return first;
    }

    private static bool BeginsAnyway(string text, in Token token, int place) => token.Kind switch
    {
        TokenKind.Character => token.Start > place
            && CharClasses.Of(text[token.Start]) == CharClass.Ideograph
            && CharClasses.Of(text[token.Start - 1]) == CharClass.Ideograph,
        TokenKind.Word => token.Start - place >= 2
            && text[token.Start - 1] == ' '
            && char.IsAsciiLetterOrDigit(text[token.Start - 2]),
        _ => false,
    };

    private static int CommonSuffixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int most = Math.Min(left.Length, right.Length);
        int length = 0;
        while (most - length >= Block
            && left.Slice(left.Length - length - Block, Block).SequenceEqual(
                right.Slice(right.Length - length - Block, Block)))
        {
            length += Block;
        }

        while (length < most && left[left.Length - 1 - length] == right[right.Length - 1 - length])
        {
            length++;
        }

        return length;
    }
}

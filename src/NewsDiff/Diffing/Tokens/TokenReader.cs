using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using NewsDiff.Text;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Cuts a text into tokens and gives equal ones the same id.</summary>
/// <remarks>
/// Words and marks of ASCII and the usual typography are found a block of characters at a time; everything else goes
/// through <see cref="Tokenizer"/> and <see cref="TokenFolding"/>.
/// </remarks>
internal sealed class TokenReader(TokenFolding folding, TokenInterner interner, bool skipInvisible)
{
    /// <summary>The id of every paragraph break, whatever its number of blank lines.</summary>
    internal const int BreakId = 0;

    // A word may begin with the last character of a block: a window of characters and one more are read after it.
    private const int Tail = TextBlock.Size + TokenKey.Window + 1;

    // So many tokens get their ids at once; the table has room for them all.
    private const int Batch = 128;

    private readonly char[] _tail = new char[Tail];

    /// <summary>Forgets all tokens and makes room for about this many.</summary>
    internal void Clear(int expected)
    {
        interner.Clear(expected);
        ComparedText.Break.CopyTo(_tail);
        _ = interner.Intern(TokenKey.OfPacked(ref _tail[0], ComparedText.Break.Length));
    }

    /// <summary>Appends the tokens of a part of a text; tokens must not cross its ends.</summary>
    internal void Read(string text, int position, int end, TokenList tokens)
    {
        int first = tokens.Count;
        while (position < end)
        {
            if (!folding.KeepsAscii)
            {
                position = ReadClosely(text, position, tokens);
            }
            else if (text.Length - position >= Tail)
            {
                position = CutBlock(ref PlaceOf(text, position), text, position, end, tokens);
            }
            else
            {
                // The last block of a text has zeros behind it.
                position = CutBlock(ref CopyTail(text, position), text, position, end, tokens);
            }
        }

        Number(text, tokens.From(first));
    }

    /// <summary>Forgets the buffered parts of the last text.</summary>
    internal void Forget()
    {
        _tail.AsSpan().Clear();
        folding.Forget();
    }

    private static ref char PlaceOf(string text, int position) =>
        ref Unsafe.Add(ref MemoryMarshal.GetReference(text.AsSpan()), position);

    private ref char CopyTail(string text, int position)
    {
        _tail.AsSpan().Clear();
        text.AsSpan(position).CopyTo(_tail);
        return ref _tail[0];
    }

    // Plain words and marks are cut here, without a branch that tells them apart. A call reads everything else.
    private int CutBlock(ref char block, string text, int offset, int end, TokenList tokens)
    {
        var bits = TextBlock.Read(ref block);
        int next = Math.Min(bits.End, end - offset);
        if (next == 0)
        {
            return ReadOther(ref block, text, offset, tokens);
        }

        ulong rest = ulong.MaxValue >> (TextBlock.Size - next);
        ulong unclear;
        while ((unclear = bits.Unclear & rest) != 0)
        {
            // If the word before the unclear place may go on there, it is unclear too, unless it was read already.
            int index = BitOperations.TrailingZeroCount(unclear);
            ulong clear = bits.Starts & rest & ((1UL << index) - 1);
            if (bits.EndsWord(index) && clear != 0)
            {
                index = BitOperations.Log2(clear);
                clear -= 1UL << index;
            }

            if (clear != 0)
            {
                tokens.Add(bits, clear, offset);
            }

            int read = ReadOther(ref Unsafe.Add(ref block, index), text, offset + index, tokens) - offset;
            if (read >= next || bits.IsInsideWord(read))
            {
                return offset + read;
            }

            rest &= ulong.MaxValue << read;
        }

        tokens.Add(bits, bits.Starts & rest, offset);
        return offset + next;
    }

    // Gives ids to the tokens of blocks. Sixteen characters are read from each of them, so those at the end of the text
    // are read from a copy with zeros behind it.
    private void Number(string text, Span<Token> tokens)
    {
        int inText = tokens.Length;
        while (inText > 0 && tokens[inText - 1].Start + TokenKey.Window > text.Length)
        {
            inText--;
        }

        for (int i = 0; i < inText; i += Batch)
        {
            Span<Token> batch = tokens[i..Math.Min(i + Batch, inText)];
            interner.Reserve(batch.Length);
            interner.InternPacked(ref PlaceOf(text, 0), 0, batch);
        }

        if (inText < tokens.Length)
        {
            int start = tokens[inText].Start;
            interner.Reserve(tokens.Length - inText);
            interner.InternPacked(ref CopyTail(text, start), start, tokens[inText..]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadOther(ref char place, string text, int start, TokenList tokens)
    {
        int length = ReadPlain(ref place, start, tokens);
        return length > 0 ? start + length : ReadClosely(text, start, tokens);
    }

    // Reads a short word of any alphabet, a Chinese or Japanese character, or a mark. Returns 0 if something may be
    // joined to it that only the tokenizer understands.
    private int ReadPlain(ref char place, int start, TokenList tokens)
    {
        TokenKind kind = TokenKind.Word;
        int length = WordLength(ref place, out CharClass next, out bool isPacked);
        if (length == 0)
        {
            kind = next == CharClass.Ideograph ? TokenKind.Character : TokenKind.Symbol;
            if (kind == TokenKind.Symbol && !(next == CharClass.Symbol && Tokenizer.IsPunctuation(place)))
            {
                return 0;
            }

            length = 1;
            isPacked = TokenKey.CanPack(place);
            next = CharClasses.Of(Unsafe.Add(ref place, 1));
        }

        bool goesOn = kind == TokenKind.Word
            ? MayGoOn(ref Unsafe.Add(ref place, length), next)
            : next == CharClass.Mark;
        if (goesOn || length > TokenKey.MostPacked)
        {
            return 0;
        }

        int id = isPacked ? interner.Intern(TokenKey.OfPacked(ref place, length))
            : length <= TokenKey.MostCharacters ? interner.Intern(TokenKey.OfCharacters(ref place, length))
            : interner.Intern(MemoryMarshal.CreateReadOnlySpan(ref place, length));
        tokens.Add(start, length, kind, id);
        return length;
    }

    // Counts letters and digits that are the same in every normal form, and the marks that join them. The class of the
    // character after them is "next".
    private static int WordLength(ref char place, out CharClass next, out bool isPacked)
    {
        int length = 0;
        isPacked = true;
        CharClass last = CharClass.Space;
        while (true)
        {
            char c = Unsafe.Add(ref place, length);
            next = CharClasses.OfPlain(c);
            bool isPart = next is CharClass.Letter or CharClass.Digit
                || (next == CharClass.Symbol && Joins(ref Unsafe.Add(ref place, length), last));
            if (!isPart || length > TokenKey.MostPacked)
            {
                return length;
            }

            isPacked &= TokenKey.CanPack(c);
            last = next;
            length++;
        }
    }

    private static bool Joins(ref char place, CharClass last)
    {
        CharClass next = CharClasses.OfPlain(Unsafe.Add(ref place, 1));
        return next == last
            && ((last == CharClass.Letter && Tokenizer.IsApostrophe(place))
                || (last == CharClass.Digit && Tokenizer.IsSeparator(place)));
    }

    // Whether a word may be longer than its plain letters.
    private static bool MayGoOn(ref char place, CharClass next) => next switch
    {
        CharClass.Space or CharClass.LineBreak => false,
        CharClass.Symbol => (Tokenizer.IsApostrophe(place) || Tokenizer.IsSeparator(place))
            && CharClasses.OfPlain(Unsafe.Add(ref place, 1)) == CharClass.Surrogate,
        _ => true,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadClosely(string text, int position, TokenList tokens)
    {
        int end = Tokenizer.Read(text, position, skipInvisible, out TokenKind kind, out int start);

        // White space before the first paragraph is not a break, even if its spaces were skipped.
        if (start < end && (kind != TokenKind.Break || tokens.Count > 0))
        {
            start = kind == TokenKind.Break ? SpaceBefore(text, start, tokens) : start;
            end = kind == TokenKind.Symbol ? folding.MarkEnd(text, start, end) : end;
            int id = kind == TokenKind.Break
                ? BreakId
                : interner.Intern(folding.Fold(text.AsSpan(start, end - start)));
            tokens.Add(start, end - start, kind, id);
        }

        return end;
    }

    // A break begins with the spaces at the end of the line, which were skipped.
    private static int SpaceBefore(string text, int start, TokenList tokens)
    {
        int end = tokens[tokens.Count - 1].End;
        while (start > end && text[start - 1] == ' ')
        {
            start--;
        }

        return start;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using NewsDiff.Text;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Cuts a text into tokens and gives equal ones the same id, in one pass.</summary>
/// <remarks>
/// ASCII words and marks are found a block of characters at a time; everything else goes through
/// <see cref="Tokenizer"/> and <see cref="TokenFolding"/>.
/// </remarks>
internal sealed class TokenReader(TokenFolding folding, TokenInterner interner, bool skipInvisible)
{
    /// <summary>The id of every paragraph break, whatever its number of blank lines.</summary>
    internal const int BreakId = 0;

    // A word may begin with the last character of a block: a window of characters and one more are read after it.
    private const int Tail = AsciiBlock.Size + TokenKey.Window + 1;

    private readonly char[] _tail = new char[Tail];

    /// <summary>Forgets all tokens and makes room for about this many.</summary>
    internal void Clear(int expected)
    {
        interner.Clear(expected);
        _ = interner.Intern(ComparedText.Break);
    }

    /// <summary>Appends the tokens of a part of a text; tokens must not cross its ends.</summary>
    internal void Read(string text, int position, int end, TokenList tokens)
    {
        while (position < end)
        {
            if (!folding.KeepsAscii)
            {
                position = ReadClosely(text, position, tokens);
            }
            else if (text.Length - position >= Tail)
            {
                position = ReadBlock(
                    ref Unsafe.Add(ref MemoryMarshal.GetReference(text.AsSpan()), position),
                    text,
                    position,
                    end,
                    tokens);
            }
            else
            {
                // The last block of a text has zeros behind it.
                _tail.AsSpan().Clear();
                text.AsSpan(position).CopyTo(_tail);
                position = ReadBlock(ref _tail[0], text, position, end, tokens);
            }
        }
    }

    /// <summary>Forgets the buffered parts of the last text.</summary>
    internal void Forget()
    {
        _tail.AsSpan().Clear();
        folding.Forget();
    }

    private int ReadBlock(ref char block, string text, int offset, int end, TokenList tokens)
    {
        interner.Reserve(AsciiBlock.Size);
        tokens.Reserve(AsciiBlock.Size);
        int first = tokens.Count;
        int next = CutBlock(ref block, text, offset, end, tokens);
        interner.InternAscii(ref block, offset, tokens.From(first));
        return next;
    }

    // Plain ASCII words and marks are cut here, without a branch that tells them apart. A call reads everything else.
    private int CutBlock(ref char block, string text, int offset, int end, TokenList tokens)
    {
        AsciiBlock bits = AsciiBlock.Read(ref block);
        ulong starts = bits.Starts & (ulong.MaxValue >> Math.Max(AsciiBlock.Size - (end - offset), 0));
        while (starts != 0)
        {
            int index = BitOperations.TrailingZeroCount(starts);
            int wordLength = bits.WordLength(index);
            if (index + wordLength >= AsciiBlock.Size - 1 && index > 0)
            {
                // The end of the block may cut this word: the next block begins with it.
                return offset + index;
            }

            int isMark = (wordLength - 1) >>> 31;
            int length = wordLength + isMark;
            if (length <= TokenKey.MostAscii && !bits.IsUnclear(index, index + length))
            {
                var kind = (TokenKind)(((int)TokenKind.Word * (1 - isMark)) + ((int)TokenKind.Symbol * isMark));
                tokens.AddReserved(offset + index, length, kind, TokenInterner.NoId);
                starts &= starts - 1;
                continue;
            }

            int next = ReadOther(ref Unsafe.Add(ref block, index), text, offset + index, tokens) - offset;
            if (next >= AsciiBlock.Size || bits.IsInsideWord(next))
            {
                return offset + next;
            }

            starts &= ulong.MaxValue << next;
        }

        return Math.Min(offset + AsciiBlock.Size, end);
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
        int length = WordLength(ref place, out CharClass next, out bool isAscii);
        if (length == 0)
        {
            kind = next == CharClass.Ideograph ? TokenKind.Character : TokenKind.Symbol;
            if (kind == TokenKind.Symbol && !(next == CharClass.Symbol && Tokenizer.IsPunctuation(place)))
            {
                return 0;
            }

            length = 1;
            isAscii = char.IsAscii(place);
            next = CharClasses.Of(Unsafe.Add(ref place, 1));
        }

        bool goesOn = kind == TokenKind.Word
            ? MayGoOn(ref Unsafe.Add(ref place, length), next)
            : next == CharClass.Mark;
        if (goesOn || length > TokenKey.MostAscii)
        {
            return 0;
        }

        int id = isAscii ? interner.Intern(TokenKey.OfAscii(ref place, length))
            : length <= TokenKey.MostCharacters ? interner.Intern(TokenKey.OfCharacters(ref place, length))
            : interner.Intern(MemoryMarshal.CreateReadOnlySpan(ref place, length));
        tokens.Add(start, length, kind, id);
        return length;
    }

    // Counts letters and digits that are the same in every normal form, and the marks that join them. The class of the
    // character after them is "next".
    private static int WordLength(ref char place, out CharClass next, out bool isAscii)
    {
        int length = 0;
        int all = 0;
        CharClass last = CharClass.Space;
        while (true)
        {
            char c = Unsafe.Add(ref place, length);
            next = CharClasses.OfPlain(c);
            bool isPart = next is CharClass.Letter or CharClass.Digit
                || (next == CharClass.Symbol && Joins(ref Unsafe.Add(ref place, length), last));
            if (!isPart || length > TokenKey.MostAscii)
            {
                isAscii = all < 128;
                return length;
            }

            all |= c;
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

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsDiff.Diffing;

/// <summary>Cuts a text into tokens and gives equal ones the same id, in one pass.</summary>
/// <remarks>
/// Words and marks of ASCII are found a block of characters at a time and looked up as they stand in a register; all else goes the
/// way of <see cref="Tokenizer"/> and <see cref="TokenFolding"/>.
/// </remarks>
internal sealed class TokenReader(TokenFolding folding, TokenInterner interner, bool skipInvisible)
{
    /// <summary>The id of every paragraph break, however many blank lines it is.</summary>
    internal const int BreakId = 0;

    private const byte Joiner = 1;
    private const byte Letter = 2;

    // A word may begin with the last character of a block, and what follows it is looked at.
    private const int Tail = AsciiBlock.Size + AsciiWord.Window + 2;

    private readonly char[] _tail = new char[Tail];

    // What may follow a word of ASCII: nothing, a joiner, or a letter (or what must be looked at closely).
    private static ReadOnlySpan<byte> AfterWord =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 0, 0, 0, 0, 0,
        0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 2,
        0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
    ];

    /// <summary>Forgets all tokens and makes room for about so many.</summary>
    internal void Clear(int expected)
    {
        interner.Clear(expected);
        _ = interner.Intern("\n\n", TokenKind.Break);
    }

    /// <summary>Appends the tokens of a part of a text; a token must not reach over the part's ends.</summary>
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
                position = ReadBlock(ref Unsafe.Add(ref MemoryMarshal.GetReference(text.AsSpan()), position), text, position, end, tokens);
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

    /// <summary>Forgets the end of the last text.</summary>
    internal void Forget() => _tail.AsSpan().Clear();

    private int ReadBlock(ref char block, string text, int offset, int end, TokenList tokens)
    {
        AsciiBlock bits = AsciiBlock.Read(ref block);
        ulong words = bits.Words;
        ulong starts = bits.Starts & (ulong.MaxValue >> Math.Max(AsciiBlock.Size - (end - offset), 0));
        while (starts != 0)
        {
            int index = BitOperations.TrailingZeroCount(starts);
            int length = BitOperations.TrailingZeroCount(~(words >> index));
            int next = index + length;
            if (next >= AsciiBlock.Size - 1 && index > 0)
            {
                // Cut by the end of the block: a new one begins with it.
                return offset + index;
            }

            ref char place = ref Unsafe.Add(ref block, index);
            next = length > 0
                ? ReadWord(ref place, offset + index, length, tokens)
                : ReadMark(ref place, offset + index, tokens);
            next = next > 0 ? index + next : ReadClosely(text, offset + index, tokens) - offset;
            if (next >= AsciiBlock.Size)
            {
                return offset + next;
            }

            starts &= ulong.MaxValue << next;
        }

        return Math.Min(offset + AsciiBlock.Size, end);
    }

    // The length of the word of ASCII that is read, with what joins it; 0 when it must be looked at closely.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadWord(ref char place, int start, int length, TokenList tokens)
    {
        if (length > AsciiWord.Window)
        {
            return 0;
        }

        byte after = After(ref place, length);
        if (after == Joiner && After(ref place, length + 1) == Letter)
        {
            return ReadJoinedWord(ref place, start, tokens);
        }

        if (after == Letter)
        {
            return 0;
        }

        Add(tokens, start, AsciiWord.Pack(ref place, length), TokenKind.Word);
        return length;
    }

    // A joiner that joined nothing ends the word, unless what follows it is out of sight or a letter that is not seen as one here.
    private int ReadJoinedWord(ref char place, int start, TokenList tokens)
    {
        AsciiWord word = AsciiWord.ReadJoined(ref place);
        if (word.Length >= AsciiWord.Window - 1
            || After(ref place, word.Length) == Letter
            || Unsafe.Add(ref place, word.Length + 1) is >= '\u0080' or '_')
        {
            return 0;
        }

        Add(tokens, start, word, TokenKind.Word);
        return word.Length;
    }

    // A mark of ASCII that nothing joins.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadMark(ref char place, int start, TokenList tokens)
    {
        if (place is <= ' ' or >= '\u007F' or '_' || Unsafe.Add(ref place, 1) >= '\u0300')
        {
            return 0;
        }

        Add(tokens, start, AsciiWord.Pack(ref place, 1), TokenKind.Symbol);
        return 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte After(ref char place, int index)
    {
        char c = Unsafe.Add(ref place, index);
        return c < 128 ? AfterWord[c] : Letter;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(TokenList tokens, int start, AsciiWord word, TokenKind kind)
    {
        int id = interner.Intern(word, kind);
        tokens.Add(start, word.Length, kind, id, interner.WeightOf(id));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadClosely(string text, int position, TokenList tokens)
    {
        int end = Tokenizer.Read(text, position, skipInvisible, out TokenKind kind, out int start);

        // White space before the first paragraph breaks nothing, even when its spaces were passed over.
        if (start < end && (kind != TokenKind.Break || tokens.Count > 0))
        {
            int id = kind == TokenKind.Break
                ? BreakId
                : interner.Intern(folding.Fold(text.AsSpan(start, end - start)), kind);
            tokens.Add(start, end - start, kind, id, interner.WeightOf(id));
        }

        return end;
    }
}

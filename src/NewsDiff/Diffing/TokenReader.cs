using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using NewsDiff.Text;

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

    // What may follow a word of ASCII: 0, which ends it, a joiner, or a letter (or what must be looked at closely).
    private static readonly byte[] AfterWord = [.. Enumerable.Range(0, 128).Select(c => Classify((char)c))];

    private readonly char[] _tail = new char[Tail];

    /// <summary>Forgets all tokens and makes room for about so many.</summary>
    internal void Clear(int expected)
    {
        interner.Clear(expected);
        _ = interner.Intern("\n\n");
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

    /// <summary>Forgets what its buffers hold of the last text.</summary>
    internal void Forget()
    {
        _tail.AsSpan().Clear();
        folding.Forget();
    }

    private static byte Classify(char c) =>
        CharClasses.Of(c) is CharClass.Letter or CharClass.Digit ? Letter
        : Tokenizer.IsApostrophe(c) || Tokenizer.IsSeparator(c) ? Joiner
        : (byte)0;

    // Plain words and marks are read here, in a loop small enough for the registers; all else is called for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadBlock(ref char block, string text, int offset, int end, TokenList tokens)
    {
        AsciiBlock bits = AsciiBlock.Read(ref block);
        ulong starts = bits.Starts & (ulong.MaxValue >> Math.Max(AsciiBlock.Size - (end - offset), 0));
        while (starts != 0)
        {
            int index = BitOperations.TrailingZeroCount(starts);
            int length = BitOperations.TrailingZeroCount(~(bits.Words >> index));
            if (index + length >= AsciiBlock.Size - 1 && index > 0)
            {
                // Cut by the end of the block: a new one begins with it.
                return offset + index;
            }

            ref char place = ref Unsafe.Add(ref block, index);
            TokenKind kind = length > 0 ? TokenKind.Word : TokenKind.Symbol;
            if (length > 0 ? EndsWord(ref place, length) : IsLoneMark(ref place))
            {
                length = Math.Max(length, 1);
                int id = interner.Intern(AsciiWord.Pack(ref place, length));
                tokens.Add(offset + index, length, kind, id);
            }
            else
            {
                length = ReadOther(ref place, text, offset + index, tokens) - index - offset;
                if (index + length >= AsciiBlock.Size)
                {
                    return offset + index + length;
                }
            }

            starts &= ulong.MaxValue << (index + length);
        }

        return Math.Min(offset + AsciiBlock.Size, end);
    }

    // Whether letters and digits of ASCII are a whole word.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool EndsWord(ref char place, int length)
    {
        byte after = After(ref place, length);
        return length <= AsciiWord.Window && (after == 0 || (after == Joiner && After(ref place, length + 1) != Letter));
    }

    // A mark of ASCII that nothing joins.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLoneMark(ref char place) =>
        place is > ' ' and < '\u007F' and not '_' && Unsafe.Add(ref place, 1) < '\u0300';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte After(ref char place, int index)
    {
        char c = Unsafe.Add(ref place, index);
        return c < 128 ? AfterWord[c] : Letter;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadOther(ref char place, string text, int start, TokenList tokens)
    {
        int length = char.IsAsciiLetterOrDigit(place) ? ReadJoinedWord(ref place, start, tokens) : 0;
        length = length > 0 ? length : ReadCharacters(ref place, start, tokens);
        return length > 0 ? start + length : ReadClosely(text, start, tokens);
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

        int id = interner.Intern(word);
        tokens.Add(start, word.Length, TokenKind.Word, id);
        return word.Length;
    }

    // A word of any alphabet, a character of Chinese or Japanese or a mark, if it is short and nothing joins it.
    private int ReadCharacters(ref char place, int start, TokenList tokens)
    {
        int length = 0;
        int all = 0;
        CharClass last;
        while ((last = CharClasses.OfPlain(Unsafe.Add(ref place, length))) is CharClass.Letter or CharClass.Digit
            && length < TokenInterner.PackedLength)
        {
            all |= Unsafe.Add(ref place, length++);
        }

        TokenKind kind = TokenKind.Word;
        if (length == 0)
        {
            if (last != CharClass.Ideograph && !(last == CharClass.Symbol && Tokenizer.IsPunctuation(place)))
            {
                return 0;
            }

            kind = last == CharClass.Ideograph ? TokenKind.Character : TokenKind.Symbol;
            all = place;
            length = 1;
            last = CharClasses.Of(Unsafe.Add(ref place, 1));
        }

        bool goesOn = kind == TokenKind.Word ? MayGoOn(ref Unsafe.Add(ref place, length), last) : last == CharClass.Mark;
        if (goesOn || all < 128)
        {
            return 0;
        }

        int id = interner.Intern(ref place, length);
        tokens.Add(start, length, kind, id);
        return length;
    }

    // Whether a word may be longer than its plain letters.
    private static bool MayGoOn(ref char place, CharClass next) => next switch
    {
        CharClass.Space or CharClass.LineBreak => false,
        CharClass.Symbol => (Tokenizer.IsApostrophe(place) || Tokenizer.IsSeparator(place))
            && CharClasses.Of(Unsafe.Add(ref place, 1)) is CharClass.Letter or CharClass.Digit,
        _ => true,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadClosely(string text, int position, TokenList tokens)
    {
        int end = Tokenizer.Read(text, position, skipInvisible, out TokenKind kind, out int start);

        // White space before the first paragraph breaks nothing, even when its spaces were passed over.
        if (start < end && (kind != TokenKind.Break || tokens.Count > 0))
        {
            int id = kind == TokenKind.Break
                ? BreakId
                : interner.Intern(folding.Fold(text.AsSpan(start, end - start)));
            tokens.Add(start, end - start, kind, id);
        }

        return end;
    }
}

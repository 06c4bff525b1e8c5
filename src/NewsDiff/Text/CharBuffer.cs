using System.Buffers;
using System.Text;

namespace NewsDiff.Text;

/// <summary>A growing text in pooled memory.</summary>
internal sealed class CharBuffer : IDisposable
{
    private char[] _chars;

    /// <summary>Begins empty.</summary>
    /// <param name="capacity">The expected number of characters.</param>
    public CharBuffer(int capacity) => _chars = SharedArrays.Take<char>(capacity);

    /// <summary>How many characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>The characters, valid until the next change.</summary>
    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    /// <summary>The characters, valid until the next change.</summary>
    public ReadOnlyMemory<char> Memory => _chars.AsMemory(0, Length);

    /// <summary>Room for more characters; report them with <see cref="Advance"/>.</summary>
    /// <param name="length">The minimum room.</param>
    public ArraySegment<char> Room(int length)
    {
        if (_chars.Length - Length < length)
        {
            char[] longer = SharedArrays.Take<char>(Math.Max(Length + length, _chars.Length + (_chars.Length / 2)));
            Span.CopyTo(longer);
            SharedArrays.GiveBack(_chars);
            _chars = longer;
        }

        return new ArraySegment<char>(_chars, Length, _chars.Length - Length);
    }

    /// <summary>Reports characters that were written to the room.</summary>
    public void Advance(int length) => Length += length;

    /// <summary>Adds a character.</summary>
    public void Append(char c)
    {
        Room(1)[0] = c;
        Length++;
    }

    /// <summary>Adds characters.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
    }

    /// <summary>Adds decoded bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes, Encoding encoding) =>
        Length += encoding.GetChars(bytes, Room(encoding.GetCharCount(bytes)));

    /// <summary>Removes all occurrences of some characters.</summary>
    public void Remove(SearchValues<char> unwanted)
    {
        int kept = Span.IndexOfAny(unwanted);
        for (int i = kept; i >= 0 && i < Length; i++)
        {
            if (!unwanted.Contains(_chars[i]))
            {
                _chars[kept++] = _chars[i];
            }
        }

        Length = kept < 0 ? Length : kept;
    }

    /// <summary>Cuts the text to a length, without splitting a character.</summary>
    public void Cut(int length)
    {
        if (length < Length)
        {
            Length = length > 0 && char.IsHighSurrogate(_chars[length - 1]) ? length - 1 : length;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        SharedArrays.GiveBack(_chars);
        _chars = [];
        Length = 0;
    }
}

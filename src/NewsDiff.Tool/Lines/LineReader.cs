using System.Buffers;
using System.Text;
using NewsDiff.Text;
using NewsDiff.Tool.Input;

namespace NewsDiff.Tool.Lines;

/// <summary>Reads lines in batches, without decoding them.</summary>
/// <remarks>
/// A line ends as in a text reader: at a line feed, at a carriage return, or at both. Text of two or four bytes a
/// character is read if it begins with its mark.
/// </remarks>
internal sealed class LineReader
{
    // A batch of so many lines makes the cost of handing it over negligible.
    private const int EnoughLines = 32;
    // Each read of stdin is handed to another thread; short reads would cost more than the work.
    private const int BufferBytes = 128 * 1024;
    private const int MaxLineLength = 64 * 1024 * 1024;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private readonly Stream _stream;
    private byte[] _buffer = SharedArrays.Take<byte>(BufferBytes);

    // Where the unfinished line begins, how far its end was searched for, and where the bytes end.
    private int _start;
    private int _searched;
    private int _end;
    private bool _isAfterReturn;
    private bool _isAtEnd;
    private long _lines;

    private LineReader(Stream stream, long linesBefore)
    {
        _stream = stream;
        _lines = linesBefore;
    }

    internal static async Task<LineReader> OpenAsync(LineSource source, CancellationToken stop)
    {
        BeginningStream beginning = await BeginningStream.OpenAsync(source.Stream, stop).ConfigureAwait(false);
        Stream stream = beginning.WideEncoding is { } wide
            ? Encoding.CreateTranscodingStream(beginning, wide, Encoding.UTF8, leaveOpen: true)
            : beginning;
        var reader = new LineReader(stream, source.LinesBefore);
        await reader.SkipMarkAsync(stop).ConfigureAwait(false);
        return reader;
    }

    /// <summary>Reads the next lines, except for those of white space.</summary>
    /// <returns>The lines; null at the end.</returns>
    /// <exception cref="TroubleException">A line is too long.</exception>
    internal async Task<LineBatch?> ReadAsync(CancellationToken stop)
    {
        List<InputLine> lines = new(EnoughLines);
        Cut(lines);
        while (!_isAtEnd && lines.Count < EnoughLines && (lines.Count == 0 || _end < _buffer.Length))
        {
            await FillAsync(isInUse: lines.Count > 0, stop).ConfigureAwait(false);
            Cut(lines);
        }

        return lines.Count > 0 ? HandOver(lines) : null;
    }

    private async Task SkipMarkAsync(CancellationToken stop)
    {
        ReadOnlyMemory<byte> mark = Encoding.UTF8.Preamble.ToArray();
        while (!_isAtEnd && _end < mark.Length)
        {
            await FillAsync(isInUse: false, stop).ConfigureAwait(false);
        }

        _start = _searched = _buffer.AsSpan(0, _end).StartsWith(mark.Span) ? mark.Length : 0;
    }

    private async Task FillAsync(bool isInUse, CancellationToken stop)
    {
        if (!isInUse && _end == _buffer.Length)
        {
            MakeRoom();
        }

        int read = await _stream.ReadAsync(_buffer.AsMemory(_end), stop).ConfigureAwait(false);
        _end += read;
        _isAtEnd = read == 0;
    }

    // Moves the unfinished line to the start of the buffer, or of a longer one.
    private void MakeRoom()
    {
        Check(_start, _end);
        byte[] old = _buffer;
        int length = _end - _start;
        _buffer = length > old.Length / 2 ? SharedArrays.Take<byte>(old.Length * 2) : old;
        old.AsSpan(_start, length).CopyTo(_buffer);
        if (_buffer != old)
        {
            SharedArrays.GiveBack(old);
        }

        (_start, _searched, _end) = (0, _searched - _start, length);
    }

    private void Cut(List<InputLine> lines)
    {
        while (_buffer.AsSpan(_searched, _end - _searched).IndexOfAny(LineEnds) is >= 0 and var distance)
        {
            int end = _searched + distance;
            bool isSecondHalf = _isAfterReturn && end == _start && _buffer[end] == '\n';
            if (!isSecondHalf)
            {
                Add(lines, end);
            }

            _isAfterReturn = _buffer[end] == '\r';
            _start = _searched = end + 1;
        }

        _searched = _end;
        if (_isAtEnd && _start < _end)
        {
            Add(lines, _end);
            _start = _end;
        }
    }

    private void Add(List<InputLine> lines, int end)
    {
        Check(_start, end);
        _lines++;
        ReadOnlyMemory<byte> text = _buffer.AsMemory(_start, end - _start);
        if (!IsBlank(text.Span))
        {
            lines.Add(new InputLine(_lines, text));
        }
    }

    // What follows the lines is copied to a new buffer: it is less than a line.
    private LineBatch HandOver(List<InputLine> lines)
    {
        byte[] full = _buffer;
        int length = _end - _start;
        _buffer = SharedArrays.Take<byte>(Math.Max(BufferBytes, length));
        full.AsSpan(_start, length).CopyTo(_buffer);
        (_start, _searched, _end) = (0, length, length);
        return new LineBatch(full, lines);
    }

    private void Check(int start, int end)
    {
        if (end - start > MaxLineLength && Encoding.UTF8.GetCharCount(_buffer, start, end - start) > MaxLineLength)
        {
            throw new TroubleException($"line {_lines + 1} is longer than {MaxLineLength} characters.");
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = line.TrimStart(" \t\v\f"u8);
        return rest.IsEmpty
            || (rest[0] > sbyte.MaxValue && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(rest)));
    }
}

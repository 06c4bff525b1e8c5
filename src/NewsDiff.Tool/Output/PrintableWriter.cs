using System.Text;

namespace NewsDiff.Tool.Output;

/// <summary>The writer of all the tool's output; it makes text printable.</summary>
/// <remarks>Only <see cref="WriteOwn"/> lets control characters through, for the tool's own colours.</remarks>
internal sealed class PrintableWriter : TextWriter
{
#pragma warning disable CA2213 // The inner writer belongs to whoever made it.
    private readonly TextWriter _inner;
#pragma warning restore CA2213
    private char? _half;

    private PrintableWriter(TextWriter inner)
        : base(inner.FormatProvider)
    {
        _inner = inner;
        CoreNewLine = inner.NewLine.ToCharArray();
    }

    public override Encoding Encoding => _inner.Encoding;

    /// <summary>Wraps a writer, unless it is wrapped already.</summary>
    internal static PrintableWriter Over(TextWriter writer) => writer as PrintableWriter ?? new PrintableWriter(writer);

    /// <summary>Writes printable text with the tool's own control sequences.</summary>
    internal void WriteOwn(string text)
    {
        EndHalf();
        _inner.Write(text);
    }

    /// <summary>Writes one character; the halves of a pair may come one by one.</summary>
    public override void Write(char value)
    {
        if (char.IsHighSurrogate(value))
        {
            EndHalf();
            _half = value;
            return;
        }

        if (_half is { } high && char.IsLowSurrogate(value))
        {
            _half = null;
            _inner.Write([high, value]);
            return;
        }

        Write(value.ToString());
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        EndHalf();
        _inner.Write(Printable.Lines(value ?? ""));
    }

    public override void WriteLine()
    {
        EndHalf();
        _inner.WriteLine();
    }

    public override void WriteLine(string? value)
    {
        EndHalf();
        _inner.WriteLine(Printable.Lines(value ?? ""));
    }

    public override Task WriteAsync(string? value)
    {
        EndHalf();
        return _inner.WriteAsync(Printable.Lines(value ?? ""));
    }

    public override Task WriteLineAsync(string? value)
    {
        EndHalf();
        return _inner.WriteLineAsync(Printable.Lines(value ?? ""));
    }

    public override void Flush()
    {
        EndHalf();
        _inner.Flush();
    }

    public override Task FlushAsync() => FlushAsync(CancellationToken.None);

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        EndHalf();
        return _inner.FlushAsync(cancellationToken);
    }

    /// <summary>Writes pending text. The inner writer stays open: it belongs to its creator.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Flush();
        }

        base.Dispose(disposing);
    }

    private void EndHalf()
    {
        if (_half is not null)
        {
            _half = null;
            _inner.Write('\uFFFD');
        }
    }
}

using System.Buffers;

namespace NewsDiff.Fetching.Http;

/// <summary>Collects an unknown number of bytes without copying them to make room.</summary>
internal sealed class ChunkedBytes : IDisposable
{
    private const int FirstChunk = 16 * 1024;
    private const int LargestChunk = 1024 * 1024;

    private readonly List<byte[]> _full = [];
    private byte[] _last = ArrayPool<byte>.Shared.Rent(FirstChunk);
    private int _lastLength;

    /// <summary>The number of bytes.</summary>
    public int Length { get; private set; }

    /// <summary>The space for the next bytes; never empty.</summary>
    public Memory<byte> GetFree()
    {
        if (_lastLength == _last.Length)
        {
            _full.Add(_last);
            _last = ArrayPool<byte>.Shared.Rent(Math.Min(_last.Length * 2, LargestChunk));
            _lastLength = 0;
        }

        return _last.AsMemory(_lastLength);
    }

    /// <summary>Adds the bytes that were put there.</summary>
    public void Advance(int count)
    {
        _lastLength += count;
        Length += count;
    }

    /// <summary>Copies the first bytes, or all.</summary>
    public byte[] ToArray(int most)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(Math.Min(Length, most));
        int at = 0;
        foreach (byte[] chunk in _full.Append(_last))
        {
            int length = Math.Min(chunk.Length, bytes.Length - at);
            chunk.AsSpan(0, length).CopyTo(bytes.AsSpan(at));
            at += length;
        }

        return bytes;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (byte[] chunk in _full.Append(_last))
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        _full.Clear();
        _last = [];
    }
}

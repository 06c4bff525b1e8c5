using NewsDiff.Text;

namespace NewsDiff.Tool.Lines;

/// <summary>Lines that are worked on together, and the buffer that holds their bytes.</summary>
internal sealed class LineBatch(byte[] buffer, List<InputLine> lines)
{
    internal IReadOnlyList<InputLine> Lines => lines;

    /// <summary>Gives the buffer back; the lines cannot be read any more.</summary>
    internal void Release() => SharedArrays.GiveBack(buffer);
}

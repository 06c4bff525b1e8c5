
namespace NewsDiff.Tool.Output;

/// <summary>A line of the result: texts, some of them coloured.</summary>
/// <remarks>Colours are added when the line is written.</remarks>
internal sealed class Line
{
    private readonly List<(string Text, Ink? Ink)> _parts = [];

    /// <summary>The texts, with their colours.</summary>
    internal IReadOnlyList<(string Text, Ink? Ink)> Parts => _parts;

    /// <summary>Adds a text, with line breaks replaced.</summary>
    internal Line Add(string text, Ink? ink = null)
    {
        _parts.Add((Printable.Of(text), ink));
        return this;
    }
}

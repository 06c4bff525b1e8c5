using System.Text;

namespace NewsDiff.Pages;

/// <summary>Shapes of a history flow; those of one colour become one path, which keeps the page small.</summary>
/// <param name="first">The first known version.</param>
internal sealed class FlowShapes(int first)
{
    private readonly SortedDictionary<string, StringBuilder> _paths = new(StringComparer.Ordinal);

    /// <summary>Adds a shape for words that a version brought.</summary>
    internal void Add(int number, string shape)
    {
        string tint = OriginTint.ClassOf(number, first);
        if (!_paths.TryGetValue(tint, out StringBuilder? path))
        {
            _paths.Add(tint, path = new StringBuilder());
        }

        path.Append(shape);
    }

    internal void Write(PageHtml html, string kind)
    {
        foreach ((string tint, StringBuilder path) in _paths)
        {
            html.Raw($"<path class=\"{kind} {tint}\" d=\"{path}\"/>\n");
        }
    }
}

using System.Globalization;
using System.Text;

namespace NewsDiff.TestSupport.Trees;

/// <summary>Writes a tree as lines; texts beside each other are one.</summary>
internal sealed class TreeText
{
    private readonly StringBuilder _lines = new();
    private int _depthOfText = -1;

    public void AddElement(int depth, string name, IEnumerable<KeyValuePair<string, string>> attributes)
    {
        Begin(depth).Append('<').Append(name.ToUpperInvariant());
        foreach ((string attribute, string value) in
            attributes.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            _lines.Append(CultureInfo.InvariantCulture, $" {attribute.ToUpperInvariant()}={Escape(value)}");
        }

        _lines.Append('>');
        _depthOfText = -1;
    }

    public void AddText(int depth, string text)
    {
        if (text.Length > 0)
        {
            _ = depth == _depthOfText ? _lines : Begin(depth);
            _lines.Append(Escape(text));
            _depthOfText = depth;
        }
    }

    public override string ToString() => _lines.ToString();

    private StringBuilder Begin(int depth) =>
        (_lines.Length == 0 ? _lines : _lines.Append('\n')).Append(' ', depth);

    private static string Escape(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);
}

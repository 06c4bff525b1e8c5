using NewsDiff.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>The meta tags of a page, in order.</summary>
/// <remarks>A page has dozens, of which a few are read: a search needs less than a table of them.</remarks>
internal sealed class PageMetas : IDisposable
{
    /// <summary>The usual number of meta tags.</summary>
    private const int Usual = 64;

    private readonly SharedList<PageMeta> _metas = new(Usual);

    public int Count => _metas.Count;

    public void Add(ReadOnlyMemory<char> name, ReadOnlyMemory<char> value) => _metas.Add(new PageMeta(name, value));

    /// <summary>The first value of a name in any case; null for none.</summary>
    public string? First(ReadOnlySpan<char> name) =>
        IndexOf(name, 0) is >= 0 and var first ? _metas.Items[first].Value.ToString() : null;

    /// <summary>The values of a name in any case.</summary>
    public List<string> All(ReadOnlySpan<char> name)
    {
        List<string> values = [];
        for (int i = IndexOf(name, 0); i >= 0; i = IndexOf(name, i + 1))
        {
            values.Add(_metas.Items[i].Value.ToString());
        }

        return values;
    }

    /// <summary>Whether a value of a name contains a text in any case.</summary>
    public bool HaveIn(ReadOnlySpan<char> name, string part)
    {
        for (int i = IndexOf(name, 0); i >= 0; i = IndexOf(name, i + 1))
        {
            if (_metas.Items[i].Value.Span.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first values of the names that contain a text in any case.</summary>
    public IEnumerable<string> FirstOfEachWith(string part)
    {
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<char> name = _metas.Items[i].Name.Span;
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase) && IndexOf(name, 0) == i)
            {
                yield return _metas.Items[i].Value.ToString();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _metas.Dispose();

    private int IndexOf(ReadOnlySpan<char> name, int from)
    {
        ReadOnlySpan<PageMeta> metas = _metas.Items;
        for (int i = from; i < metas.Length; i++)
        {
            ReadOnlySpan<char> other = metas[i].Name.Span;
            if (other.Length == name.Length && other.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <param name="Name">Its name or property.</param>
    /// <param name="Value">What it states.</param>
    private readonly record struct PageMeta(ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value);
}

using System.Runtime.InteropServices;
using AngleSharp.Dom;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Groups elements of the same make: the same tag with the same stable class names.</summary>
/// <remarks>
/// Numbers that count elements are ignored, as are names that only one element of the page has, such as hashes: they do
/// not relate it to others.
/// </remarks>
internal sealed class ElementMakes
{
    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly ulong[] _makes;

    /// <summary>Compares the elements of a page that start blocks.</summary>
    public ElementMakes(ReadOnlySpan<PageNode> nodes, IReadOnlyList<IElement> elements)
    {
        _makes = new ulong[nodes.Length];
        var counts = new Dictionary<ulong, int>();
        var names = new List<(int Node, ulong Name)>(nodes.Length);
        for (int i = 0; i < nodes.Length; i++)
        {
            if (!ElementKinds.IsInline(nodes[i].Kind) && elements[i].ClassName is { Length: > 0 } classes)
            {
                Collect(i, classes, Add(Basis, elements[i].LocalName), names);
            }
        }

        foreach ((_, ulong name) in names)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
        }

        foreach ((int node, ulong name) in names)
        {
            _makes[node] += counts[name] > 1 ? name : 0;
        }
    }

    /// <summary>The number of an element's make; 0 for an element without others of its make.</summary>
    public ulong this[int node] => _makes[node];

    private static void Collect(int node, ReadOnlySpan<char> classes, ulong basis, List<(int Node, ulong Name)> names)
    {
        foreach (Range range in classes.SplitAny(" \t\r\n\f"))
        {
            ulong hash = basis;
            var words = new NameWords(classes[range]);
            while (words.MoveNext())
            {
                hash = Add(Add(hash, words.Word), "-");
            }

            if (hash != basis || words.HasHash)
            {
                names.Add((node, words.HasHash ? Add(basis, classes[range]) : hash));
            }
        }
    }

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        return hash;
    }
}

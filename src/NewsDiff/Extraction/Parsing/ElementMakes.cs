using System.Runtime.InteropServices;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Groups elements of the same make: the same tag with the same stable class names.</summary>
/// <remarks>
/// Numbers that count elements are ignored. So are names that only one element of the page has, such as hashes.
/// </remarks>
internal sealed class ElementMakes
{
    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The number of groups of names; their first two letters separate most.</summary>
    private const int Beginnings = 256;

    private readonly Dictionary<int, ulong> _makes = [];
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly List<(int Node, ulong Name, byte Beginning)> _names = [];

    /// <summary>Compares the elements of a page that start blocks and hold prose.</summary>
    public ElementMakes(ReadOnlySpan<PageNode> nodes, ReadOnlySpan<PageElement> elements)
    {
        Span<bool> beginnings = stackalloc bool[Beginnings];
        beginnings.Fill(true);
        Collect(nodes, elements, hasProse: true, beginnings);

        // Of elements without prose, only names that a single element with prose has matter.
        beginnings.Clear();
        beginnings[0] = true;
        foreach ((_, ulong name, byte beginning) in _names)
        {
            if (_counts[name] == 1)
            {
                beginnings[beginning == 0 ? .. : beginning..(beginning + 1)].Fill(true);
            }
        }

        Collect(nodes, elements, hasProse: false, beginnings);
        foreach ((int node, ulong name, _) in _names)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_makes, node, out _) += _counts[name] > 1 ? name : 0;
        }
    }

    /// <summary>The number of an element's make; 0 when no other element has it.</summary>
    public ulong this[int node] => _makes.GetValueOrDefault(node);

    private void Collect(
        ReadOnlySpan<PageNode> nodes,
        ReadOnlySpan<PageElement> elements,
        bool hasProse,
        ReadOnlySpan<bool> beginnings)
    {
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Prose > 0 == hasProse
                && !ElementKinds.IsInline(nodes[i].Kind)
                && elements[i].Classes is { IsEmpty: false } classes)
            {
                Collect(i, classes.Span, elements[i].Tag, hasProse, beginnings);
            }
        }
    }

    private void Collect(int node, ReadOnlySpan<char> classes, string tag, bool hasProse, ReadOnlySpan<bool> beginnings)
    {
        foreach (ReadOnlySpan<char> name in new ClassNames(classes))
        {
            byte beginning = BeginningOf(name);
            if (!beginnings[beginning])
            {
                continue;
            }

            ulong basis = Add(Basis, tag);
            ulong hash = basis;
            var words = new NameWords(name);
            while (words.MoveNext())
            {
                hash = Add(Add(hash, words.Word), "-");
            }

            if (hash != basis || words.HasHash)
            {
                hash = words.HasHash ? Add(basis, name) : hash;
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, hash, out _)++;
                if (hasProse)
                {
                    _names.Add((node, hash, beginning));
                }
            }
        }
    }

    /// <summary>A number for a name's beginning; equal beginnings share it, and 0 matches any.</summary>
    private static byte BeginningOf(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !char.IsAsciiLetter(name[0]))
        {
            return 0;
        }

        int second = name.Length > 1 && char.IsAsciiLetter(name[1]) ? name[1] : 0;
        return (byte)(1 + (((name[0] * 31) + second) % (Beginnings - 1)));
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

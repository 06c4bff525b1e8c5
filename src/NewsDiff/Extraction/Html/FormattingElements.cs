using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Html;

/// <summary>The formatting elements that are reopened where they were left open (HTML Standard, 13.2.4.3).</summary>
internal sealed class FormattingElements
{
    /// <summary>How many equal elements are reopened ("Noah's Ark clause").</summary>
    private const int MostEqual = 3;

    private readonly List<FormattingElement> _elements = [];
    private readonly HtmlTree _tree;

    private readonly PageBudget _budget;

    public FormattingElements(HtmlTree tree, PageBudget budget)
    {
        _tree = tree;
        _budget = budget;
    }

    public int Count => _elements.Count;

    public FormattingElement this[int index]
    {
        get => _elements[index];
        set => _elements[index] = value;
    }

    /// <summary>Adds an element; of more than three equal ones, the earliest is dropped.</summary>
    public void Add(FormattingElement element)
    {
        int equal = 0;
        for (int i = _elements.Count - 1; i >= 0 && _elements[i].Tag is { } tag; i--)
        {
            if (tag == element.Tag && HaveSameAttributes(_elements[i].Node, element.Node) && ++equal == MostEqual)
            {
                _elements.RemoveAt(i);
                break;
            }
        }

        _elements.Add(element);
    }

    public void Insert(int index, FormattingElement element) => _elements.Insert(index, element);

    public void RemoveAt(int index) => _elements.RemoveAt(index);

    /// <summary>Begins an object, a cell or the like, in which nothing from outside is reopened.</summary>
    public void AddBorder() => _elements.Add(default);

    /// <summary>Ends the innermost object, cell or the like.</summary>
    public void CutToBorder()
    {
        int border = _elements.FindLastIndex(element => element.Tag is null);
        _elements.RemoveRange(Math.Max(border, 0), _elements.Count - Math.Max(border, 0));
    }

    /// <summary>Where the latest element of a name within the border is; -1 for none.</summary>
    public int LastIndexOf(HtmlTag tag)
    {
        for (int i = _elements.Count - 1; i >= 0 && _elements[i].Tag is { } other; i--)
        {
            if (other == tag)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where an element is; -1 if it is not in the list.</summary>
    public int IndexOf(int node)
    {
        for (int i = _elements.Count - 1; i >= 0; i--)
        {
            if (_elements[i].Node == node)
            {
                return i;
            }
        }

        return -1;
    }

    private bool HaveSameAttributes(int left, int right)
    {
        ReadOnlySpan<HtmlAttribute> some = _tree.AttributesOf(_tree[left]);
        ReadOnlySpan<HtmlAttribute> others = _tree.AttributesOf(_tree[right]);
        if (some.Length != others.Length)
        {
            return false;
        }

        _budget.AddSteps(some.Length * some.Length);
        foreach (ref readonly HtmlAttribute attribute in some)
        {
            if (!Has(others, attribute))
            {
                return false;
            }
        }

        return true;
    }

    private bool Has(ReadOnlySpan<HtmlAttribute> attributes, in HtmlAttribute wanted)
    {
        foreach (ref readonly HtmlAttribute attribute in attributes)
        {
            if (attribute.NameHash == wanted.NameHash
                && _tree.NameOf(attribute).Equals(_tree.NameOf(wanted), StringComparison.OrdinalIgnoreCase))
            {
                return _tree.WrittenValueOf(attribute).SequenceEqual(_tree.WrittenValueOf(wanted));
            }
        }

        return false;
    }
}

namespace NewsDiff.Extraction.Html;

/// <summary>The elements whose ends were not read yet, outermost first (HTML Standard, 13.2.4.2).</summary>
internal sealed class OpenElements
{
    private readonly List<OpenElement> _elements = new(64);

    public int Count => _elements.Count;

    public OpenElement Current => _elements[^1];

    /// <summary>Whether the current element is one of SVG or MathML.</summary>
    public bool IsInForeign => Count > 0 && Current.Tag.IsForeign;

    public OpenElement this[int index] => _elements[index];

    public void Push(OpenElement element) => _elements.Add(element);

    public void Pop() => _elements.RemoveAt(_elements.Count - 1);

    public void RemoveAt(int index) => _elements.RemoveAt(index);

    public void Insert(int index, OpenElement element) => _elements.Insert(index, element);

    public void Replace(int index, OpenElement element) => _elements[index] = element;

    /// <summary>Where an element is; -1 if it is not open.</summary>
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

    /// <summary>Where the innermost element of a name is; -1 if none is open.</summary>
    public int LastIndexOf(HtmlTag tag)
    {
        for (int i = _elements.Count - 1; i >= 0; i--)
        {
            if (_elements[i].Tag == tag)
            {
                return i;
            }
        }

        return -1;
    }

    public bool Has(HtmlTag tag) => LastIndexOf(tag) >= 0;

    /// <summary>Whether an element of a name is open within the nearest border of a scope.</summary>
    /// <param name="tag">The name.</param>
    /// <param name="borders">What ends the search.</param>
    public bool HasInScope(HtmlTag tag, TagGroups borders = TagGroups.EndsScope)
    {
        for (int i = _elements.Count - 1; i >= 0; i--)
        {
            HtmlTag open = _elements[i].Tag;
            if (open == tag)
            {
                return true;
            }

            if (open.IsAny(borders))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether an element is open within the nearest border of the default scope.</summary>
    public bool HasInScope(int node)
    {
        for (int i = _elements.Count - 1; i >= 0; i--)
        {
            if (_elements[i].Node == node)
            {
                return true;
            }

            if (_elements[i].Tag.IsAny(TagGroups.EndsScope))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a heading is open within the nearest border of the default scope.</summary>
    public bool HasHeadingInScope()
    {
        for (int i = _elements.Count - 1; i >= 0; i--)
        {
            if (_elements[i].Tag.IsAny(TagGroups.Heading | TagGroups.EndsScope))
            {
                return _elements[i].Tag.IsAny(TagGroups.Heading);
            }
        }

        return false;
    }

    /// <summary>Whether a selection list is open, with only its options within.</summary>
    public bool HasInSelectScope(HtmlTag tag)
    {
        for (int i = _elements.Count - 1; i >= 0; i--)
        {
            if (_elements[i].Tag == tag)
            {
                return true;
            }

            if (_elements[i].Tag.Id is not (TagId.Option or TagId.Optgroup))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Closes elements up to the innermost one of a name, which must be open.</summary>
    public void PopThrough(HtmlTag tag)
    {
        while (Current.Tag != tag)
        {
            Pop();
        }

        Pop();
    }

    /// <summary>Closes elements up to the innermost one of a group, which must be open.</summary>
    public void PopThrough(TagGroups group)
    {
        while (!Current.Tag.IsAny(group))
        {
            Pop();
        }

        Pop();
    }

    /// <summary>Keeps only the outermost elements.</summary>
    public void CutTo(int count) => _elements.RemoveRange(count, _elements.Count - count);

    /// <summary>Closes elements up to one of some names, which stays open; at least the root stays.</summary>
    public void PopTo(ReadOnlySpan<TagId> ids)
    {
        while (Count > 1 && !ids.Contains(Current.Tag.Id))
        {
            Pop();
        }
    }

    /// <summary>Closes elements whose end tags may be implied.</summary>
    /// <param name="except">One that stays open; null for none.</param>
    /// <param name="groups">What is closed.</param>
    public void PopImplied(HtmlTag? except = null, TagGroups groups = TagGroups.Implied)
    {
        while (Current.Tag.IsAny(groups) && Current.Tag != except)
        {
            Pop();
        }
    }
}

namespace NewsDiff.Extraction.Html;

/// <summary>
/// Closes a formatting element that overlaps blocks ("adoption agency algorithm", HTML Standard, 13.2.6.4.7).
/// </summary>
internal ref struct AdoptionAgency
{
    private const int MostRounds = 8;

    /// <summary>How many elements between the two are kept in the list of formatting elements.</summary>
    private const int MostKept = 3;

    private readonly HtmlTreeBuilder _builder;
    private FormattingElement _formatting;
    private int _bookmark;

    private AdoptionAgency(HtmlTreeBuilder builder) => _builder = builder;

    /// <summary>Closes the latest formatting element of a name.</summary>
    public static void Run(HtmlTreeBuilder builder, HtmlTag tag)
    {
        OpenElement current = builder.Open.Current;
        if (current.Tag == tag && builder.Formatting.IndexOf(current.Node) < 0)
        {
            builder.Open.Pop();
            return;
        }

        var agency = new AdoptionAgency(builder);
        for (int round = 0; round < MostRounds && agency.RunRound(tag); round++)
        {
        }
    }

    /// <returns>Whether there may be more to do.</returns>
    private bool RunRound(HtmlTag tag)
    {
        OpenElements open = _builder.Open;
        int listed = _builder.Formatting.LastIndexOf(tag);
        if (listed < 0)
        {
            BodyEndTags.CloseOther(_builder, tag);
            return false;
        }

        _formatting = _builder.Formatting[listed];
        int index = open.IndexOf(_formatting.Node);
        if (index < 0)
        {
            _builder.Formatting.RemoveAt(listed);
            return false;
        }

        if (!open.HasInScope(_formatting.Node))
        {
            return false;
        }

        int block = FurthestBlock(index);
        if (block < 0)
        {
            open.CutTo(index);
            _builder.Formatting.RemoveAt(listed);
            return false;
        }

        _bookmark = listed;
        Adopt(index, block);
        return true;
    }

    /// <summary>The outermost special element within the formatting one; -1 for none.</summary>
    private readonly int FurthestBlock(int index)
    {
        for (int i = index + 1; i < _builder.Open.Count; i++)
        {
            if (_builder.Open[i].Tag.IsAny(TagGroups.Special))
            {
                return i;
            }
        }

        return -1;
    }

    private void Adopt(int index, int block)
    {
        OpenElements open = _builder.Open;
        OpenElement furthest = open[block];
        int last = CopyBetween(index, ref block);
        _builder.Tree.Detach(last);
        _builder.Place(last, index - 1);

        int copy = _builder.Copy(_formatting.Node);
        MoveChildren(furthest.Node, copy);
        _builder.Tree.Append(furthest.Node, copy);

        int listed = _builder.Formatting.IndexOf(_formatting.Node);
        _builder.Formatting.RemoveAt(listed);
        _builder.Formatting.Insert(
            listed < _bookmark ? _bookmark - 1 : _bookmark, _formatting with { Node = copy });
        open.RemoveAt(index);

        // The furthest block moved up by one place.
        open.Insert(block, new OpenElement(copy, _formatting.Tag!));
    }

    /// <summary>Copies the formatting elements between, each around the one before.</summary>
    /// <returns>The outermost copy; the furthest block if nothing is between.</returns>
    private int CopyBetween(int index, ref int block)
    {
        OpenElements open = _builder.Open;
        int last = open[block].Node;
        int furthest = last;
        int count = 0;
        for (int i = block - 1; i > index; i--)
        {
            int listed = _builder.Formatting.IndexOf(open[i].Node);
            if (++count > MostKept && listed >= 0)
            {
                _builder.Formatting.RemoveAt(listed);
                _bookmark -= listed < _bookmark ? 1 : 0;
                listed = -1;
            }

            if (listed < 0)
            {
                open.RemoveAt(i);
                block--;
                continue;
            }

            int copy = _builder.Copy(open[i].Node);
            _builder.Formatting[listed] = _builder.Formatting[listed] with { Node = copy };
            open.Replace(i, open[i] with { Node = copy });
            _bookmark = last == furthest ? listed + 1 : _bookmark;
            _builder.Tree.Detach(last);
            _builder.Tree.Append(copy, last);
            last = copy;
        }

        return last;
    }

    private readonly void MoveChildren(int from, int to)
    {
        while (_builder.Tree[from].FirstChild is not 0 and var child)
        {
            _builder.AddSteps(1);
            _builder.Tree.Detach(child);
            _builder.Tree.Append(to, child);
        }
    }
}

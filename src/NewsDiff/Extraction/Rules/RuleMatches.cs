using AngleSharp.Dom;
using NewsDiff.Extraction.Html;

namespace NewsDiff.Extraction.Rules;

/// <summary>What the selectors of a rule match on one page.</summary>
/// <remarks>
/// Which alternative counts is known only at the end: the first one with a match. An element without text is no match
/// for the body: it is left from an older layout of the site, or a script fills it.
/// </remarks>
internal sealed class RuleMatches(CompiledRule rule)
{
    /// <summary>The first alternative of each field with a match, by the bit of the field.</summary>
    private readonly Dictionary<RuleField, int> _first = [];

    /// <summary>The matches of alternatives, which others may outdo.</summary>
    private readonly List<(int Node, RuleField Field, int Order)> _matches = [];

    /// <summary>The matches for the body that are not left yet, with the number of texts before them.</summary>
    private readonly Stack<(int Node, int Order, int Texts)> _bodies = new();

    private int _texts;

    /// <summary>Finds the fields of an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="node">Its index in the tree.</param>
    /// <param name="isRemoved">Whether it is in a part that the rule removes, and so never of the body.</param>
    public RuleField Find(IElement element, int node, bool isRemoved)
    {
        RuleField fields = RuleField.None;
        foreach (RuleSelector selector in rule.Selectors)
        {
            bool isOpen = (fields & selector.Field) == RuleField.None
                && !(isRemoved && selector.Field == RuleField.Body)
                && selector.Order <= _first.GetValueOrDefault(selector.Field, int.MaxValue);
            if (isOpen && selector.Selector.Match(element, null))
            {
                fields |= selector.Field;
                if (selector.Field == RuleField.Body)
                {
                    _bodies.Push((node, selector.Order, _texts));
                }
                else
                {
                    _first[selector.Field] = selector.Order;
                }

                _matches.Add((node, selector.Field, selector.Order));
            }
        }

        return fields;
    }

    /// <summary>Counts a text outside of removed parts.</summary>
    public void Read(string text) => _texts += string.IsNullOrWhiteSpace(text) ? 0 : 1;

    /// <summary>Ends an element: a match for the body counts now, if it has a text.</summary>
    /// <param name="node">Its index in the tree.</param>
    public void Leave(int node)
    {
        if (_bodies.TryPeek(out (int Node, int Order, int Texts) body) && body.Node == node)
        {
            _bodies.Pop();
            if (_texts > body.Texts)
            {
                _first[RuleField.Body] = Math.Min(body.Order, _first.GetValueOrDefault(RuleField.Body, int.MaxValue));
            }
        }
    }

    /// <summary>Takes back the matches of alternatives behind the first with a match, and of empty bodies.</summary>
    public void Settle(HtmlTree tree)
    {
        foreach ((int node, RuleField field, int order) in _matches)
        {
            if (order > _first.GetValueOrDefault(field, -1))
            {
                tree[node].Fields &= ~field;
            }
        }
    }
}

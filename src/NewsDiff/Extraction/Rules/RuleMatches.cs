using AngleSharp.Dom;
using NewsDiff.Extraction.Html;

namespace NewsDiff.Extraction.Rules;

/// <summary>What the selectors of a rule match on one page.</summary>
/// <remarks>Which alternative counts is known only at the end: the first one with a match.</remarks>
internal sealed class RuleMatches(CompiledRule rule)
{
    /// <summary>The first alternative of each field with a match, by the bit of the field.</summary>
    private readonly Dictionary<RuleField, int> _first = [];

    /// <summary>The matches of alternatives, which others may outdo.</summary>
    private readonly List<(int Node, RuleField Field, int Order)> _matches = [];

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
                _first[selector.Field] = selector.Order;
                _matches.Add((node, selector.Field, selector.Order));
            }
        }

        return fields;
    }

    /// <summary>Takes back the matches of alternatives behind the first with a match.</summary>
    public void Settle(HtmlTree tree)
    {
        foreach ((int node, RuleField field, int order) in _matches)
        {
            if (order > _first[field])
            {
                tree[node].Fields &= ~field;
            }
        }
    }
}

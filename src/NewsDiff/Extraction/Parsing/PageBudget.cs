using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Counts elements and attributes while the parser creates them, and stops it at the limits.</summary>
internal sealed class PageBudget
{
    private readonly int _maximumElements;
    private readonly CancellationToken _cancellationToken;
    private int _elements;
    private int _ofTags;
    private int _attributes;
    private int _attributesOfTag;
    private int _attributesOfLast;
    private int _widestFormatting;

    public PageBudget(int maximumElements, CancellationToken cancellationToken)
    {
        _maximumElements = maximumElements;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Counts an attribute before it is kept.</summary>
    public void AddAttribute()
    {
        if (++_attributesOfTag > PageLimits.AttributesOfElement || ++_attributes > PageLimits.Attributes)
        {
            throw new PageTooComplexException();
        }
    }

    /// <summary>Counts an HTML element from a tag or from the parser.</summary>
    /// <remarks>
    /// Formatting elements left open in a paragraph are reopened in each of the following ones, as copies with all
    /// attributes. A copy does not name its original, so it counts like the formatting element with the most
    /// attributes.
    /// </remarks>
    public void AddElement()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _attributesOfLast = _attributesOfTag;
        _attributesOfTag = 0;
        long copies = ++_elements - _ofTags;
        if (_elements + (copies * (PageLimits.CopyWeight - 1)) > _maximumElements
            || _attributes + (copies * _widestFormatting) > PageLimits.Attributes)
        {
            throw new PageTooComplexException();
        }
    }

    /// <summary>Notes that an element has a tag.</summary>
    public void NoteTag(IElement element)
    {
        if (element is not IHtmlElement)
        {
            AddElement();
        }

        _ofTags++;
        if (_attributesOfLast > _widestFormatting && IsFormatting(element.LocalName))
        {
            _widestFormatting = _attributesOfLast;
        }
    }

    /// <summary>The elements that the parser reopens (HTML Standard, "formatting").</summary>
    private static bool IsFormatting(string name) =>
        name is "a" or "b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike"
            or "strong" or "tt" or "u";
}

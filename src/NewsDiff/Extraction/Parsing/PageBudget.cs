namespace NewsDiff.Extraction.Parsing;

/// <summary>Counts what the tree of a page costs, and stops its parser at the limits.</summary>
internal sealed class PageBudget
{
    private readonly int _maximumElements;
    private readonly CancellationToken _cancellationToken;
    private long _elements;
    private long _attributes;
    private long _steps;
    private int _attributesOfTag;

    public PageBudget(int maximumElements, CancellationToken cancellationToken)
    {
        _maximumElements = maximumElements;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Begins a tag, whose attributes are counted.</summary>
    public void BeginTag()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _attributesOfTag = 0;
    }

    /// <summary>Counts an attribute before it is kept.</summary>
    public void AddAttribute()
    {
        if (++_attributesOfTag > PageLimits.AttributesOfElement || ++_attributes > PageLimits.Attributes)
        {
            throw new PageTooComplexException();
        }
    }

    /// <summary>Counts an element.</summary>
    /// <param name="attributes">How many attributes it has.</param>
    /// <param name="isOfTag">Whether it has a tag; the parser adds others, such as reopened formatting.</param>
    public void AddElement(int attributes, bool isOfTag)
    {
        _elements += isOfTag ? 1 : PageLimits.CopyWeight;
        _attributes += isOfTag ? 0 : attributes;
        if (_elements > _maximumElements || _attributes > PageLimits.Attributes)
        {
            throw new PageTooComplexException();
        }
    }

    /// <summary>Counts steps over open elements and the like.</summary>
    public void AddSteps(int count)
    {
        _steps += count;
        if (_steps > PageLimits.Steps)
        {
            throw new PageTooComplexException();
        }
    }
}

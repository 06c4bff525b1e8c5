namespace NewsDiff.Extraction.Html;

/// <summary>The names of a page's elements of SVG and MathML, each once.</summary>
internal sealed class ForeignTags
{
    private readonly Dictionary<(string Name, bool IsDrawing), HtmlTag> _tags = [];

    /// <summary>An element.</summary>
    /// <param name="name">The name in lower case.</param>
    /// <param name="isDrawing">Whether it is of SVG.</param>
    public HtmlTag Of(string name, bool isDrawing)
    {
        if (!_tags.TryGetValue((name, isDrawing), out HtmlTag? tag))
        {
            TagId id = isDrawing ? InDrawing(name) : InFormula(name);
            TagGroups groups = id == TagId.Foreign ? TagGroups.None : TagGroups.Special | TagGroups.EndsScope;
            tag = new HtmlTag(name, id, groups) { IsDrawing = isDrawing };
            _tags.Add((name, isDrawing), tag);
        }

        return tag;
    }

    private static TagId InDrawing(string name) =>
        name is "foreignobject" or "desc" or "title" ? TagId.HtmlInDrawing : TagId.Foreign;

    private static TagId InFormula(string name) => name switch
    {
        "mi" or "mo" or "mn" or "ms" or "mtext" => TagId.MathText,
        "annotation-xml" => TagId.MathAnnotation,
        _ => TagId.Foreign,
    };
}

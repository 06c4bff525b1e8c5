using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Html;

/// <summary>The name of an element, and what the parser must know about it.</summary>
/// <remarks>A name has one instance a page, so that tags compare by reference.</remarks>
internal sealed class HtmlTag
{
    public HtmlTag(string name, TagId id, TagGroups groups)
    {
        Name = name;
        Id = id;
        Groups = groups;
        Kind = ElementKinds.Of(name);
    }

    /// <summary>The local name in lower case.</summary>
    public string Name { get; }

    public TagId Id { get; }

    public TagGroups Groups { get; }

    public ElementKind Kind { get; }

    /// <summary>Whether it is an element of SVG.</summary>
    public bool IsDrawing { get; init; }

    /// <summary>Whether it is an element of SVG or MathML.</summary>
    public bool IsForeign => Id >= TagId.Foreign;

    public bool IsAny(TagGroups groups) => (Groups & groups) != TagGroups.None;
}

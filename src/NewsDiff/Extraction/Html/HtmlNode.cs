using System.Runtime.InteropServices;
using NewsDiff.Extraction.Rules;

namespace NewsDiff.Extraction.Html;

/// <summary>An element or a text in the tree of a page.</summary>
/// <remarks>Its neighbours are indexes; 0, the document, stands for none.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct HtmlNode
{
    /// <summary>The name of an element; null for a text.</summary>
    public HtmlTag? Tag;

    public int Parent;
    public int FirstChild;
    public int LastChild;
    public int Previous;
    public int Next;

    /// <summary>The first attribute of an element, or the place of a text.</summary>
    public int Start;

    /// <summary>The number of attributes, or of characters.</summary>
    public int Length;

    /// <summary>The attributes that the extractor reads, a bit for each.</summary>
    public uint Known;

    /// <summary>Whether the place is among the decoded texts, and not in the page.</summary>
    public bool IsDecoded;

    /// <summary>What a site's rule selects in the element.</summary>
    public RuleField Fields;
}

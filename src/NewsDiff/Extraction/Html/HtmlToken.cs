using System.Runtime.InteropServices;

namespace NewsDiff.Extraction.Html;

/// <summary>A token of a page.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct HtmlToken
{
    public TokenKind Kind;

    /// <summary>The name of a tag.</summary>
    public HtmlTag Tag;

    public int FirstAttribute;
    public int Attributes;
    public bool IsSelfClosing;

    /// <summary>The place of a text, or of a document type in the page.</summary>
    public TextRun Text;
}

using System.Runtime.InteropServices;

namespace NewsDiff.Extraction.Html;

/// <summary>An attribute: places of its name and value.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct HtmlAttribute
{
    public int NameStart;
    public int NameLength;
    public int ValueStart;
    public int ValueLength;

    /// <summary>Which attribute it is, if the extractor reads it.</summary>
    public AttributeName Name;

    /// <summary>A number that equal names share, in any case.</summary>
    public int NameHash;

    /// <summary>Whether the places are among the decoded texts, and not in the page.</summary>
    public bool IsDecoded;
}

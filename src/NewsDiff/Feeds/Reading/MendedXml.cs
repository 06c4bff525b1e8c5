namespace NewsDiff.Feeds.Reading;

/// <summary>A document after <see cref="XmlRepair"/>.</summary>
/// <param name="Xml">The repaired document, or the original if it is a page.</param>
/// <param name="IsPage">Whether it is an HTML page.</param>
/// <param name="Limit">The limit that left parts out; or null.</param>
internal readonly record struct MendedXml(ReadOnlyMemory<char> Xml, bool IsPage = false, string? Limit = null);

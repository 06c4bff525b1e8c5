namespace NewsDiff.Feeds.Reading;

/// <summary>A document after <see cref="XmlRepair"/>.</summary>
/// <param name="Xml">The document; as it was when it is a page.</param>
/// <param name="IsPage">Whether it is an HTML page.</param>
/// <param name="Limit">Which limit it passes, so that something was dropped; or null.</param>
internal readonly record struct MendedXml(ReadOnlyMemory<char> Xml, bool IsPage = false, string? Limit = null);

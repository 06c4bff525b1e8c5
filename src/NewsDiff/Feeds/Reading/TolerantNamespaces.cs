using System.Xml;

namespace NewsDiff.Feeds.Reading;

/// <summary>The namespaces of prefixes that a feed uses without declaring them.</summary>
internal sealed class TolerantNamespaces(XmlNameTable names) : XmlNamespaceManager(names)
{
    /// <inheritdoc/>
    public override string? LookupNamespace(string prefix) =>
        base.LookupNamespace(prefix) ?? (prefix.Length == 0 ? null : NameTable!.Add(FeedNames.NamespaceOf(prefix)));
}

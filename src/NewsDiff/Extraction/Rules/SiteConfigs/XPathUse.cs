namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <summary>What is done with the nodes that an XPath expression selects.</summary>
internal enum XPathUse
{
    /// <summary>The elements themselves are read or removed.</summary>
    Elements,

    /// <summary>The texts of all nodes are read.</summary>
    Texts,

    /// <summary>The text of the first node is read.</summary>
    FirstText,
}

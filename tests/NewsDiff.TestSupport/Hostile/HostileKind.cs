namespace NewsDiff.TestSupport.Hostile;

/// <summary>The readers that take bytes from strangers.</summary>
public enum HostileKind
{
    /// <summary>An HTML page.</summary>
    Page,

    /// <summary>A feed of any format, a sitemap among them.</summary>
    Feed,

    /// <summary>A list of feeds in OPML.</summary>
    Opml,

    /// <summary>A robots.txt.</summary>
    Robots,

    /// <summary>A list of captures that a web archive holds.</summary>
    TimeMap,

    /// <summary>A WARC file.</summary>
    Warc,

    /// <summary>A file of site rules.</summary>
    Rules,
}

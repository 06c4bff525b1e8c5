namespace NewsDiff.Extraction;

/// <summary>CSS selectors for the pages of one site; they override the generic extraction.</summary>
/// <remarks>A field without a selector, or whose selector matches nothing, is read the generic way.</remarks>
public sealed record SiteRule
{
    /// <summary>The host, such as <c>example.org</c>; its subdomains are meant too.</summary>
    public required string Host { get; init; }

    /// <summary>The headline: the text of the first match.</summary>
    public string? Title { get; init; }

    /// <summary>The body: all matches together, less what <see cref="Remove"/> matches.</summary>
    public string? Body { get; init; }

    /// <summary>What is left out of the page before anything is read.</summary>
    public string? Remove { get; init; }

    /// <summary>The date of publication: the first match that states one.</summary>
    public string? Date { get; init; }

    /// <summary>The authors: the names in all matches.</summary>
    public string? Authors { get; init; }
}

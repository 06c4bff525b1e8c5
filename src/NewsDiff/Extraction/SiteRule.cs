namespace NewsDiff.Extraction;

/// <summary>CSS selectors for the pages of one site; they override the generic extraction.</summary>
/// <remarks>
/// A field without a selector, or without a match, is read by the generic extraction. Between alternatives, of which
/// the first with a match is read, stands the word "else".
/// </remarks>
public sealed record SiteRule
{
    /// <summary>The host with its subdomains, or these alone: <c>.example.org</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The headline: the text of the first match.</summary>
    public string? Title { get; init; }

    /// <summary>The body: all matches together, without those of <see cref="Remove"/>.</summary>
    public string? Body { get; init; }

    /// <summary>The parts of the page that are removed before the text is read.</summary>
    public string? Remove { get; init; }

    /// <summary>The date of publication: the first match with a date.</summary>
    public string? Date { get; init; }

    /// <summary>The authors: the names in all matches.</summary>
    public string? Authors { get; init; }
}

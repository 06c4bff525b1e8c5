using NewsDiff.Addresses;

namespace NewsDiff;

/// <summary>The result of a request for an article.</summary>
public sealed record FetchResult
{
    /// <summary>How it ended.</summary>
    public required FetchStatus Status { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required Uri Url { get; init; }

    /// <summary>The article; non-null exactly when the status is <see cref="FetchStatus.Fetched"/>.</summary>
    public Article? Article { get; init; }

    /// <summary>The version of the extractor that read the page; 0 for none.</summary>
    public int ExtractorVersion { get; init; }

    /// <summary>The place of the body, as the extractor names it; null when unknown.</summary>
    public string? Container { get; init; }

    /// <summary>The hash of the page, for finding it in an archive; null when unknown.</summary>
    /// <remarks>See <see cref="NewsDiff.PageHash"/>.</remarks>
    public string? PageHash { get; init; }

    /// <summary>When an archive captured it; null for a live answer.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>The HTTP status code, or null without an answer.</summary>
    public int? HttpStatusCode { get; init; }

    /// <summary>The validators for the next request, or null.</summary>
    public FetchValidators? Validators { get; init; }

    /// <summary>The server's requested delay before the next request, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The server's promise that nothing will change (<c>max-age</c> or <c>Expires</c>), or null.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>The address after permanent redirects (301 or 308); null for none.</summary>
    /// <remarks>A redirect after a temporary one does not count.</remarks>
    public Uri? MovedTo { get; init; }

    /// <summary>Why it ended so, in a sentence for people; null when it was fetched.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The result in one line, such as <c>Fetched https://news.example/ferry</c>, without the address's query.
    /// </summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        $"{Status} {UserInfo.WithoutSecrets(Url)}{(Reason is null ? "" : ": " + Reason)}";
}

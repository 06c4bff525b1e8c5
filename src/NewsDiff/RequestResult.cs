using NewsDiff.Addresses;

namespace NewsDiff;

/// <summary>The result of a request, for an article, a feed or any address.</summary>
public abstract record RequestResult
{
    private protected RequestResult()
    {
    }

    /// <summary>How it ended.</summary>
    public required FetchStatus Status { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required Uri Url { get; init; }

    /// <summary>When an archive captured it; null when it was fetched just now.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>The HTTP status code, or null when no answer came.</summary>
    public int? HttpStatusCode { get; init; }

    /// <summary>What to send with the next request, or null.</summary>
    public FetchValidators? Validators { get; init; }

    /// <summary>How long the server asks to wait before the next request, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// How long the server says that nothing will change (<c>max-age</c> or <c>Expires</c>), or null.
    /// </summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>The address the publisher moved it to permanently, or null.</summary>
    /// <remarks>It is where the leading redirects of status 301 and 308 end.</remarks>
    public Uri? MovedTo { get; init; }

    /// <summary>The reason for the status, in a sentence for people; null when it was fetched.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The result in one line, such as <c>Fetched https://news.example/ferry</c>, without the address's query.
    /// </summary>
    /// <returns>The line.</returns>
    public sealed override string ToString() =>
        $"{Status} {UserInfo.WithoutSecrets(Url)}{(Reason is null ? "" : ": " + Reason)}";
}

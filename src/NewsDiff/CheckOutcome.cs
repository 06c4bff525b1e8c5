using System.Text.Json.Serialization;

using NewsDiff.Addresses;

namespace NewsDiff;

/// <summary>The outcome of one check.</summary>
/// <remarks>Equality compares changes and exceptions by reference.</remarks>
public sealed record CheckOutcome
{
    /// <summary>The kind of the outcome.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>The address that was checked.</summary>
    public required Uri Url { get; init; }

    /// <summary>How the request ended.</summary>
    public required FetchStatus Status { get; init; }

    /// <summary>When it was checked, in UTC.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The article's id; null for a feed.</summary>
    public string? ArticleId { get; init; }

    /// <summary>The current version; null for a feed, without versions, or when the check threw.</summary>
    public ArticleVersion? Version { get; init; }

    /// <summary>The change; non-null exactly when the kind is <see cref="CheckKind.Changed"/>.</summary>
    public ArticleChange? Change { get; init; }

    /// <summary>How often the page went back to an earlier text; 0 without alternation.</summary>
    public int Switches { get; init; }

    /// <summary>When it is checked next; null when it is no longer checked.</summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>The reason in a sentence for people; null when there is nothing to explain.</summary>
    public string? Reason { get; init; }

    /// <summary>The exception of a part of the tracker, such as the store; null for none.</summary>
    /// <remarks>
    /// A failing site causes no exception. After an exception, the check is retried later. JSON omits it.
    /// </remarks>
    [JsonIgnore]
    public Exception? Exception { get; init; }

    /// <summary>
    /// The outcome in one line, such as <c>Changed https://news.example/ferry</c>, without the address's query.
    /// </summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        $"{Kind} {UserInfo.WithoutSecrets(Url)}{(Reason is null ? "" : ": " + Reason)}";
}

using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>The ends of a request. Every expected outcome is a status, not an exception.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FetchStatus>))]
public enum FetchStatus
{
    /// <summary>The content was read.</summary>
    Fetched = 1,

    /// <summary>The server says that nothing changed since the last request.</summary>
    NotModified,

    /// <summary>The page is not there (404), perhaps only temporarily.</summary>
    NotFound,

    /// <summary>The publisher says that it is permanently gone (410).</summary>
    Gone,

    /// <summary>It is there, but withheld for legal reasons (451).</summary>
    Withheld,

    /// <summary>The site's robots.txt forbids it.</summary>
    DisallowedByRobots,

    /// <summary>The address is refused by policy: not http or https, or inside a private network.</summary>
    Refused,

    /// <summary>The site is on hold: it asked for a pause (429 or 503).</summary>
    OnHold,

    /// <summary>The page has no article; the reason says what it is.</summary>
    NotAnArticle,

    /// <summary>The answer is not a feed.</summary>
    NotAFeed,

    /// <summary>The content exceeds the size limit.</summary>
    TooLarge,

    /// <summary>The server did not answer in time, or reading its page took too long.</summary>
    TimedOut,

    /// <summary>The request failed: no connection, a broken answer, or a server error.</summary>
    Failed,

    /// <summary>The day's requests to the site, or to all, are used up; none was sent.</summary>
    OverBudget,
}

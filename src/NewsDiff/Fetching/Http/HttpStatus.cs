using System.Globalization;
using System.Net;

namespace NewsDiff.Fetching.Http;

/// <summary>The meaning of HTTP status codes for a fetcher.</summary>
internal static class HttpStatus
{
    /// <summary>Classifies a status; only 200 and 203 bring the requested content.</summary>
    public static FetchStatus Classify(HttpStatusCode code) => (int)code switch
    {
        200 or 203 => FetchStatus.Fetched,
        304 => FetchStatus.NotModified,
        404 => FetchStatus.NotFound,
        410 => FetchStatus.Gone,
        451 => FetchStatus.Withheld,
        429 or 503 => FetchStatus.OnHold,
        _ => FetchStatus.Failed,
    };

    /// <summary>Whether an answer is a redirect.</summary>
    /// <param name="code">The status; a choice (300) is a redirect if the server has chosen.</param>
    /// <param name="location">The <c>Location</c> header, or null.</param>
    public static bool IsRedirect(HttpStatusCode code, string? location) =>
        (int)code is 301 or 302 or 303 or 307 or 308 || ((int)code == 300 && !string.IsNullOrWhiteSpace(location));

    /// <summary>A status in a sentence for people.</summary>
    public static string Explain(HttpStatusCode code) => (int)code switch
    {
        404 => "The server has nothing at this address (404).",
        410 => "The publisher says that it is permanently gone (410).",
        451 => "It is withheld for legal reasons (451).",
        401 or 402 or 403 => Say($"The server denies access ({(int)code})."),
        429 or 503 => Say($"The server asks to come back later ({(int)code})."),
        >= 500 => Say($"The server failed ({(int)code})."),
        _ => Say($"The server answered {(int)code}, without content."),
    };

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}

using System.Net.Http.Headers;

namespace NewsDiff.Fetching.Http;

/// <summary>The headers of an answer as received, valid or not.</summary>
internal static class RawHeader
{
    /// <summary>The value of a header, of the answer or of its content.</summary>
    /// <returns>The value, several joined by commas; null when it is missing.</returns>
    public static string? Of(HttpResponseMessage answer, string name) =>
        In(answer.Headers.NonValidated, name) ?? In(answer.Content.Headers.NonValidated, name);

    private static string? In(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;
}

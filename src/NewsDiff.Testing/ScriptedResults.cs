using NewsDiff.Feeds;

namespace NewsDiff.Testing;

/// <summary>Answers without content, and the check that answers are such as a server gives.</summary>
internal static class ScriptedResults
{
    public static FetchResult Page(Uri url, FetchStatus status, TimeSpan? retryAfter) => new()
    {
        Status = status,
        Url = url,
        HttpStatusCode = CodeOf(status),
        RetryAfter = retryAfter,
        Reason = ReasonOf(status),
    };

    public static FeedResult Feed(Uri url, FetchStatus status, TimeSpan? retryAfter) => new()
    {
        Status = status,
        Url = url,
        HttpStatusCode = CodeOf(status),
        RetryAfter = retryAfter,
        Reason = ReasonOf(status),
    };

    /// <summary>Throws when no server would answer a request so.</summary>
    public static void Check(FetchRequest request, RequestResult result, bool hasContent)
    {
        if (hasContent != (result.Status == FetchStatus.Fetched))
        {
            throw new ScriptException(
                $"The script answers {request.Url.AbsoluteUri} with {result.Status} and "
                + $"{(hasContent ? "content" : "no content")}; exactly {FetchStatus.Fetched} has content.");
        }

        if (result.Status == FetchStatus.NotModified && request.Validators is null)
        {
            throw new ScriptException(
                $"The script answers {request.Url.AbsoluteUri} with {FetchStatus.NotModified}, but the request was "
                + "not conditional: nothing was fetched there before, or the tracker wants it in full.");
        }
    }

    private static int? CodeOf(FetchStatus status) => status switch
    {
        FetchStatus.NotModified => 304,
        FetchStatus.NotFound => 404,
        FetchStatus.Gone => 410,
        FetchStatus.OnHold => 429,
        FetchStatus.Withheld => 451,
        FetchStatus.NotAnArticle or FetchStatus.NotAFeed or FetchStatus.TooLarge => 200,
        _ => null,
    };

    private static string ReasonOf(FetchStatus status) => $"The script answers {status}.";
}

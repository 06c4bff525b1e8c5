using System.Net;
using System.Net.Http.Headers;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Archives;

/// <summary>Answers requests from an archive.</summary>
internal sealed class ReplayHandler(IPageArchive archive, ReplayTape tape, TimeProvider clock) : HttpMessageHandler
{
    private const string RobotsPath = "/robots.txt";

    /// <summary>Whether an address is a site's robots.txt.</summary>
    public static bool IsRobots(Uri url) => url.AbsolutePath == RobotsPath;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Uri url = request.RequestUri!;

        // A robots.txt may redirect to any address.
        bool isRobots = IsRobots(url) || IsForRobots(request);
        if ((isRobots ? tape.PlayLatest(url, clock.GetUtcNow()) : tape.Play(url)) is not { } entry)
        {
            return isRobots
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : throw new HttpRequestException($"The archive has no further capture of {url.AbsoluteUri}.");
        }

        if (!isRobots)
        {
            // The visit takes its time from the page: the robots.txt may be much older.
            ReplayMoment.Current?.CapturedAt = entry.CapturedAt;
        }

        bool wantsContent = entry.StatusCode == 304 && !request.Headers.NonValidated.Contains("If-None-Match")
            && !request.Headers.NonValidated.Contains("If-Modified-Since");
        CaptureEntry source = wantsContent ? tape.FindContent(url, entry.CapturedAt) ?? entry : entry;
        Capture capture = await archive.FindAsync(source, cancellationToken).ConfigureAwait(false)
            ?? throw new HttpRequestException($"The archive's capture of {url.AbsoluteUri} is damaged.");
        return Answer(capture, request);
    }

    private static bool IsForRobots(HttpRequestMessage request) =>
        request.Headers.NonValidated.TryGetValues("Accept", out HeaderStringValues accepted)
            && accepted.ToString() == RobotsAccept.Value;

    /// <summary>A capture as an answer.</summary>
    public static HttpResponseMessage Answer(Capture capture, HttpRequestMessage request)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)capture.StatusCode)
        {
            Content = new ReadOnlyMemoryContent(capture.Body),
            RequestMessage = request,
        };
        foreach (HttpField field in capture.Headers)
        {
            // The platform keeps the headers of an answer and of its content apart; each collection refuses the
            // other's.
            if (!answer.Headers.TryAddWithoutValidation(field.Name, field.Value))
            {
                answer.Content.Headers.TryAddWithoutValidation(field.Name, field.Value);
            }
        }

        return answer;
    }
}

using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace NewsDiff.Archives;

/// <summary>Keeps every answer that passes through an HTTP client, including redirects and robots.txt.</summary>
/// <remarks>
/// An answer is kept when its body has been read, before the reader sees its end. If it cannot be kept, it fails like a
/// broken answer and is requested again. Of a body that is not read to the end, such as a redirect's, the part that was
/// read is kept.
/// </remarks>
/// <example>
/// <code>
/// await using WarcArchive archive = await WarcArchive.AppendAsync("news.warc.gz");
/// var handler = new RecordingHandler(archive, NewsDiffHttp.CreateHandler(options));
/// using var client = new HttpClient(handler);
/// var fetcher = new HttpArticleFetcher(client, options);
/// </code>
/// </example>
public sealed class RecordingHandler : DelegatingHandler
{
    private readonly IPageArchive _archive;
    private readonly TimeProvider _timeProvider;
    private readonly ConcurrentQueue<Capture> _left = [];
    private Capture? _followed;

    /// <summary>Makes a handler.</summary>
    /// <param name="archive">The archive; it is not disposed.</param>
    /// <param name="innerHandler">
    /// The handler that connects, such as that of <see cref="Fetching.NewsDiffHttp.CreateHandler"/>.
    /// </param>
    /// <param name="timeProvider">The clock that dates the captures; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> is null.</exception>
    public RecordingHandler(IPageArchive archive, HttpMessageHandler innerHandler, TimeProvider? timeProvider = null)
        : base(innerHandler)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _archive = archive;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Keeps the answers whose bodies were not read; call it before closing the archive.</summary>
    /// <param name="cancellationToken">Cancels between two answers.</param>
    /// <returns>A task that completes when they are kept.</returns>
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        while (_left.TryDequeue(out Capture? capture))
        {
            await _archive.KeepAsync(capture, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Records the followed feeds and articles, so that a replay follows the same ones.</summary>
    /// <remarks>Call it at the start and the end of a run; an unchanged list is recorded only once.</remarks>
    /// <param name="tracker">The tracker of the run.</param>
    /// <param name="cancellationToken">Stops before the list is recorded.</param>
    /// <returns>A task that completes when the list is recorded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tracker"/> is null.</exception>
    public async Task KeepFollowedAsync(ArticleTracker tracker, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tracker);
        FollowedList list = await FollowedList.ReadAsync(tracker.Subscriptions, tracker.Catalog, cancellationToken)
            .ConfigureAwait(false);
        Capture capture = list.ToCapture(_timeProvider.GetUtcNow());
        if (_followed?.Body.Span.SequenceEqual(capture.Body.Span) is not true)
        {
            await _archive.KeepAsync(capture, cancellationToken).ConfigureAwait(false);
            _followed = capture;
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset start = _timeProvider.GetUtcNow();
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.RequestUri is { } url)
        {
            var capture = new Capture
            {
                Url = url,
                CapturedAt = start,
                StatusCode = (int)answer.StatusCode,
                ReasonPhrase = answer.ReasonPhrase ?? "",
                Headers = [.. FieldsOf(answer.Headers.NonValidated), .. FieldsOf(answer.Content.Headers.NonValidated)],
                RequestHeaders = [new HttpField("Host", url.Authority), .. FieldsOf(request.Headers.NonValidated)],
            };
            if (capture.StatusCode is >= 300 and < 400)
            {
                // The body of a redirect is not read.
                await KeepAsync(capture with { IsTruncated = answer.Content.Headers.ContentLength > 0 })
                    .ConfigureAwait(false);
                return answer;
            }

            answer.Content = new RecordedContent(answer.Content, capture, KeepAsync, _left.Enqueue);
        }

        return answer;
    }

    private static IEnumerable<HttpField> FieldsOf(HttpHeadersNonValidated fields) =>
        fields.SelectMany(static field => field.Value.Select(value => new HttpField(field.Key, value)));

    // Not cancelled: the answer has arrived, and the site should not be asked for it again.
    private ValueTask KeepAsync(Capture capture) => _archive.KeepAsync(capture, CancellationToken.None);
}

using System.Globalization;
using NewsDiff.Diagnostics;
using NewsDiff.Feeds;
using NewsDiff.Text;

namespace NewsDiff.Fetching.Http;

/// <summary>Reads an answer within the limits: status, headers, and the body if it is wanted.</summary>
internal sealed class AnswerReader(HttpFetchOptions options, TimeProvider timeProvider)
{
    /// <summary>Bodies up to this size may unpack to any multiple.</summary>
    /// <remarks>A page of one repeated letter is not an attack.</remarks>
    private const int BytesOfAnyRatio = 1024 * 1024;

    /// <summary>Reads an answer.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="HttpRequestException">The answer ends early, or breaks the rules of HTTP.</exception>
    /// <exception cref="InvalidDataException">The body's compression is faulty.</exception>
    public async Task<PoliteResponse> ReadAsync(
        PoliteRequest request, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        PoliteResponse head = ReadHead(request, answer);
        string? location = RawHeader.Of(answer, "Location");
        if (HttpStatus.IsRedirect(answer.StatusCode, location))
        {
            return head with { Location = location ?? "" };
        }

        if (head.Status == FetchStatus.NotModified)
        {
            return request.Validators is { } sent
                ? head with { Validators = Renew(sent, head.Validators) }
                : Without(head, FetchStatus.Failed, "The server says 'not modified' to an unconditional request.");
        }

        if (head.Status != FetchStatus.Fetched)
        {
            TimeSpan? wait = RetryAfter.Read(
                RawHeader.Of(answer, "Retry-After"), timeProvider.GetUtcNow(), options.MaxRetryAfter);
            string reason = BotWall.Of(answer) is { } wall
                ? $"{HttpStatus.Explain(answer.StatusCode)} A bot check blocks the page ({wall})."
                : HttpStatus.Explain(answer.StatusCode);
            return Without(head, head.Status, reason) with { RetryAfter = wait };
        }

        return request.RefuseMediaType(MediaType.Of(head.ContentType)) is { } unwanted
            ? Without(head, FetchStatus.NotAnArticle, unwanted)
            : await ReadBodyAsync(request, head, answer.Content, cancellationToken).ConfigureAwait(false);
    }

    private PoliteResponse ReadHead(PoliteRequest request, HttpResponseMessage answer)
    {
        string? etag = RawHeader.Of(answer, "ETag");
        string? lastModified = RawHeader.Of(answer, "Last-Modified");
        return new PoliteResponse
        {
            Status = HttpStatus.Classify(answer.StatusCode),
            Url = answer.RequestMessage?.RequestUri ?? request.Url,
            HttpStatusCode = (int)answer.StatusCode,
            ContentType = RawHeader.Of(answer, "Content-Type"),
            ContentCoding = RawHeader.Of(answer, "Content-Encoding"),
            Links = RawHeader.Of(answer, "Link"),
            Refresh = RawHeader.Of(answer, "Refresh"),
            Validators = etag is null && lastModified is null
                ? null
                : new FetchValidators { ETag = etag, LastModified = lastModified },
            FreshFor = Freshness.Of(answer, timeProvider.GetUtcNow(), options.MaxFreshness),
        };
    }

    private async Task<PoliteResponse> ReadBodyAsync(
        PoliteRequest request, PoliteResponse head, HttpContent content, CancellationToken cancellationToken)
    {
        string? coding = head.ContentCoding;
        if (!ContentCoding.IsKnown(coding, options.MaxContentCodings))
        {
            return Without(head, FetchStatus.Failed, $"The content is encoded as '{coding}', which is not supported.");
        }

        // The beginning of a compressed body may not unpack, so it is read whole and cut afterwards.
        int limit = ContentCoding.IsNone(coding) ? request.KeepBytes ?? options.MaxBodyBytes : options.MaxBodyBytes;
        bool isCut = limit == request.KeepBytes;
        using var guard = new SlowBodyGuard(options, timeProvider, cancellationToken);
        try
        {
            byte[]? received = await BoundedBody.ReadAsync(content, limit, isCut, guard).ConfigureAwait(false);
            if (received is null)
            {
                return TooLarge(head, limit);
            }

            FetchRecording.Received(head.HttpStatusCode!.Value, received.Length);
            return Unpack(request, head, received);
        }
        catch (OperationCanceledException) when (guard.HasGivenUp)
        {
            return Without(head, FetchStatus.TimedOut, string.Create(
                CultureInfo.InvariantCulture,
                $"The content came more slowly than {options.MinBytesPerSecond} bytes a second."));
        }
    }

    private PoliteResponse Unpack(PoliteRequest request, PoliteResponse head, byte[] received)
    {
        int limit = LimitFor(received.Length);
        byte[]? body = ContentCoding.Decode(received, head.ContentCoding, limit);
        if (request.IsDocument && PackedForm.IsGzip(body) && !SitemapReader.IsSitemap(body))
        {
            // A packed sitemap is read block by block.
            body = ContentCoding.Decode(body!, ContentCoding.Gzip, limit);
        }

        return body switch
        {
            null => TooLarge(head, limit),
            [] => Without(head, FetchStatus.Failed, "The server sent an empty answer."),
            _ when body.Length > request.KeepBytes => head with { Body = body.AsMemory(0, request.KeepBytes.Value) },
            _ => head with { Body = body },
        };
    }

    private int LimitFor(int receivedBytes) => (int)Math.Min(
        options.MaxBodyBytes, Math.Max(BytesOfAnyRatio, (long)receivedBytes * options.MaxUnpackedRatio));

    private PoliteResponse TooLarge(PoliteResponse head, int limit) => Without(
        head,
        FetchStatus.TooLarge,
        limit < options.MaxBodyBytes
            ? FormattableString.Invariant(
                $"The content unpacks to more than {options.MaxUnpackedRatio} times its size.")
            : FormattableString.Invariant($"The content is larger than {limit} bytes."));

    /// <summary>Drops the validators with the content, so that the next request gets the content.</summary>
    private static PoliteResponse Without(PoliteResponse head, FetchStatus status, string reason) =>
        head with { Status = status, Validators = null, FreshFor = null, Reason = reason };

    private static FetchValidators Renew(FetchValidators sent, FetchValidators? received) =>
        new() { ETag = received?.ETag ?? sent.ETag, LastModified = received?.LastModified ?? sent.LastModified };
}

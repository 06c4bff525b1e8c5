using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using NewsDiff.Text;

namespace NewsDiff.Fetching;

/// <summary>Makes one request and reads its answer, within the limits of time and size.</summary>
internal sealed class HttpExchange(HttpClient client, HttpFetchOptions options, TimeProvider timeProvider)
{
    private readonly string _userAgent = UserAgent.Of(options);

    /// <summary>Sends a request; whatever the server does becomes a value.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<PoliteResponse> SendAsync(PoliteRequest request, CancellationToken cancellationToken)
    {
        using var total = new CancellationTokenSource(options.TotalTimeout, timeProvider);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        try
        {
            using HttpRequestMessage message = Prepare(request);
            using HttpResponseMessage answer = await SendAsync(message, whole.Token).ConfigureAwait(false);
            return await ReadAsync(request, answer, whole.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PoliteResponse.Ended(FetchStatus.TimedOut, request.Url, $"{request.Url.Host} did not answer in time.");
        }
        catch (HttpRequestException fault) when (RefusalIn(fault) is { } refusal)
        {
            return PoliteResponse.Ended(FetchStatus.Refused, request.Url, refusal.Message);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return PoliteResponse.Ended(FetchStatus.Failed, request.Url, Explain(fault, request.Url.Host));
        }
    }

    private HttpRequestMessage Prepare(PoliteRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Url);
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", ContentCoding.Accepted);

        // As received, not as understood: some servers compare their own malformed validators byte by byte.
        if (request.Validators?.ETag is { } etag)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (request.Validators?.LastModified is { } lastModified)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }

        return message;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var headers = new CancellationTokenSource(options.HeaderTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, headers.Token);
        return await client
            .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token)
            .ConfigureAwait(false);
    }

    private async Task<PoliteResponse> ReadAsync(
        PoliteRequest request, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var head = new PoliteResponse
        {
            Status = HttpStatus.Classify(answer.StatusCode),
            Url = answer.RequestMessage?.RequestUri ?? request.Url,
            HttpStatusCode = (int)answer.StatusCode,
            ContentType = Raw(answer.Content.Headers.NonValidated, "Content-Type"),
            Validators = ValidatorsOf(answer),
        };
        if (HttpStatus.IsRedirect(answer.StatusCode))
        {
            return head with { Location = Raw(answer.Headers.NonValidated, "Location") ?? "" };
        }

        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            return request.Validators is { } sent
                ? head with { Validators = Renew(sent, head.Validators) }
                : head with { Status = FetchStatus.Failed, Reason = "The server says 'not modified', but was not asked that." };
        }

        if (head.Status != FetchStatus.Fetched)
        {
            return head with
            {
                Validators = null,
                RetryAfter = RetryAfter.Read(Raw(answer.Headers.NonValidated, "Retry-After"), timeProvider.GetUtcNow()),
                Reason = HttpStatus.Explain(answer.StatusCode),
            };
        }

        if (request.RefuseMediaType(MediaType.Of(head.ContentType)) is { } unwanted)
        {
            return head with { Status = FetchStatus.NotAnArticle, Validators = null, Reason = unwanted };
        }

        return await ReadBodyAsync(head, answer.Content, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PoliteResponse> ReadBodyAsync(
        PoliteResponse head, HttpContent content, CancellationToken cancellationToken)
    {
        string? coding = Raw(content.Headers.NonValidated, "Content-Encoding");
        if (!ContentCoding.IsKnown(coding))
        {
            return head with
            {
                Status = FetchStatus.Failed,
                Validators = null,
                Reason = $"The content is encoded as '{coding}', which is not understood.",
            };
        }

        int limit = options.MaximumBodyBytes;
        byte[]? received = await BoundedBody.ReadAsync(content, limit, cancellationToken).ConfigureAwait(false);
        byte[]? body = received is null ? null : ContentCoding.Decode(received, coding, limit);
        return body switch
        {
            null => head with
            {
                Status = FetchStatus.TooLarge,
                Validators = null,
                Reason = string.Create(CultureInfo.InvariantCulture, $"The content is larger than {limit} bytes."),
            },
            [] => head with { Status = FetchStatus.Failed, Validators = null, Reason = "The server sent an empty answer." },
            _ => head with { Body = body },
        };
    }

    private static FetchValidators? ValidatorsOf(HttpResponseMessage answer)
    {
        string? etag = Raw(answer.Headers.NonValidated, "ETag");
        string? lastModified = Raw(answer.Content.Headers.NonValidated, "Last-Modified");
        return etag is null && lastModified is null ? null : new FetchValidators(etag, lastModified);
    }

    private static FetchValidators Renew(FetchValidators sent, FetchValidators? received) =>
        new(received?.ETag ?? sent.ETag, received?.LastModified ?? sent.LastModified);

    private static string? Raw(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    private static AddressRefusedException? RefusalIn(Exception? fault)
    {
        while (fault is not (null or AddressRefusedException))
        {
            fault = fault.InnerException;
        }

        return fault as AddressRefusedException;
    }

    private static string Explain(Exception fault, string host)
    {
        string what = (fault as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"The host {host} was not found",
            HttpRequestError.ConnectionError => $"{host} could not be reached",
            HttpRequestError.SecureConnectionError => $"No secure connection to {host} could be made",
            _ => $"The request to {host} failed",
        };
        return $"{what}: {Innermost(fault).Message}";
    }

    private static Exception Innermost(Exception fault)
    {
        while (fault.InnerException is { } inner)
        {
            fault = inner;
        }

        return fault;
    }
}

using System.Net.Sockets;
using NewsDiff.Fetching.Guard;

namespace NewsDiff.Fetching.Http;

/// <summary>Makes one request and reads its answer, within the limits of time and size.</summary>
internal sealed class HttpExchange(HttpClient client, HttpFetchOptions options, TimeProvider timeProvider)
{
    private readonly string _userAgent = UserAgent.Compute(options.UserAgent, options.Contact);
    private readonly AllowedHosts _allowed = new(options);
    private readonly AnswerReader _reader = new(options, timeProvider);

    /// <summary>Sends a request; any behaviour of the server becomes a value.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<PoliteResponse> SendAsync(PoliteRequest request, CancellationToken cancellationToken)
    {
        long sentAt = timeProvider.GetTimestamp();
        using var total = new CancellationTokenSource(options.TotalTimeout, timeProvider);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        try
        {
            using HttpRequestMessage message = Prepare(request);
            using HttpResponseMessage answer = await SendAsync(message, whole.Token).ConfigureAwait(false);
            PoliteResponse response = await _reader.ReadAsync(request, answer, whole.Token).ConfigureAwait(false);
            return response with { SentAt = sentAt };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PoliteResponse.Ended(
                FetchStatus.TimedOut, request.Url, $"{request.Url.Host} did not answer in time.");
        }
        catch (HttpRequestException fault) when (RefusalIn(fault) is { } refusal)
        {
            return PoliteResponse.Ended(FetchStatus.Refused, request.Url, refusal.Message);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException
            or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return PoliteResponse.Ended(FetchStatus.Failed, request.Url, Explain(fault, request.Url.Host));
        }
    }

    private HttpRequestMessage Prepare(PoliteRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Url);
        Add(message, "User-Agent", _userAgent);
        Add(message, "Accept", request.Accept);
        Add(message, "Accept-Encoding", ContentCoding.Accepted);

        // As received, not as understood: some servers compare their own malformed validators byte by byte.
        Add(message, "If-None-Match", request.Validators?.ETag);
        Add(message, "If-Modified-Since", request.Validators?.LastModified);
        foreach (SiteHeader header in options.SiteHeaders.Where(header => IsFor(request.Url, header)))
        {
            Add(message, header.Name, header.Value);
        }

        return message;
    }

    /// <summary>Adds a header unchanged; leaves out one with a line break, which would split it.</summary>
    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null && !value.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private bool IsFor(Uri url, SiteHeader header) =>
        HostForm.Of(header.Host) is { } host && host == HostForm.Of(url.IdnHost)
        && (url.Scheme == Uri.UriSchemeHttps || _allowed.Contain(url.Host, url.Port));

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var headers = new CancellationTokenSource(options.HeaderTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, headers.Token);
        return await client
            .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token)
            .ConfigureAwait(false);
    }

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

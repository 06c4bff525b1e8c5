namespace NewsDiff.Hosting;

/// <summary>The HTTP client of one tracker, separate from those of <c>IHttpClientFactory</c>.</summary>
/// <remarks>
/// A host's defaults for all clients would add retries, headers or another handler. The guard would be lost, and one
/// visit would become several requests.
/// </remarks>
internal sealed class GuardedClient(HttpMessageHandler handler) : IDisposable
{
    /// <summary>The client. The fetchers have their own time limits.</summary>
    public HttpClient Http { get; } = new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => Http.Dispose();
}

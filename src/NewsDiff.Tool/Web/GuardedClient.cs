using System.Diagnostics.CodeAnalysis;
using NewsDiff.Fetching;

namespace NewsDiff.Tool.Web;

/// <summary>A guarded HTTP client that remembers which host name was refused.</summary>
/// <remarks>A message tells the user how to allow that host name.</remarks>
internal sealed class GuardedClient : IDisposable
{
    private readonly RefusalHandler _handler;
    private readonly HttpClient _http;

    /// <summary>Makes a client.</summary>
    /// <param name="options">The limits, and the private host names that may be visited.</param>
    /// <param name="clock">The clock of pauses and timeouts.</param>
    /// <param name="around">Puts a handler around the one that connects; null for none.</param>
    /// <param name="sites">Shares turns at sites with other processes; null for this process alone.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The outer handler disposes the inner one.")]
    internal GuardedClient(
        HttpFetchOptions options, TimeProvider clock, Func<HttpMessageHandler, HttpMessageHandler>? around = null,
        ISiteStore? sites = null)
    {
        HttpMessageHandler network = NewsDiffHttp.CreateHandler(options);
        _handler = new RefusalHandler(around?.Invoke(network) ?? network);
        _http = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var alone = new SitePoliteness(clock);
        Politeness = sites is null ? alone : alone.Over(sites);
        Polite = new PoliteClient(_http, options, Politeness, clock);
    }

    /// <summary>The client that fetches.</summary>
    internal PoliteClient Polite { get; }

    /// <summary>What is known of all sites: turns, gaps and holds.</summary>
    internal SitePoliteness Politeness { get; }

    /// <summary>Ends a command because an address could not be fetched.</summary>
    internal TroubleException Unfetched(Uri url, FetchStatus status, string? reason)
    {
        string advice = AdviceFor(status) is { } sentence ? " " + sentence : "";
        return new TroubleException($"{url.AbsoluteUri} cannot be used: {reason ?? status.ToString()}{advice}");
    }

    /// <summary>The remedy for a fetch with this status, or null.</summary>
    internal string? AdviceFor(FetchStatus status) => status == FetchStatus.Refused && _handler.RefusedHost is { } host
        ? $"If {host} is yours, allow it with --allow-private {host}."
        : null;

    public void Dispose()
    {
        Polite.Dispose();
        _http.Dispose();
        _handler.Dispose();
    }

    /// <summary>Notes which host name the guard refused.</summary>
    /// <remarks>Other refusals, such as that of a redirect from https to http, come from elsewhere.</remarks>
    private sealed class RefusalHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        internal string? RefusedHost { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException fault) when (fault.InnerException is AddressRefusedException)
            {
                RefusedHost = request.RequestUri!.Authority;
                throw;
            }
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using NewsDiff.Fetching.Guard;

namespace NewsDiff.Fetching;

/// <summary>Makes the guarded HTTP handler, for hosts that build their own client.</summary>
public static class NewsDiffHttp
{
    /// <summary>Makes a handler that connects only to public addresses, and follows no redirects.</summary>
    /// <remarks>
    /// It checks the address of the connection, after name lookup: neither a redirect nor a name that changes its
    /// address gets past it. A proxy would connect in its place, so none is used.
    /// </remarks>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <returns>The handler: without cookies, credentials, redirects, decompression and proxy.</returns>
    public static SocketsHttpHandler CreateHandler(HttpFetchOptions? options = null) =>
        CreateGuardedHandler(options, NetworkAccess.Real);

    /// <summary>Makes a handler over a network, which tests can replace.</summary>
    internal static SocketsHttpHandler CreateGuardedHandler(HttpFetchOptions? options, NetworkAccess network)
    {
        options ??= HttpFetchOptions.Default;
        return new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = new AddressGuard(options, network).ConnectAsync,
            ConnectTimeout = options.ConnectTimeout,
            MaxResponseHeadersLength = options.MaxHeaderKibibytes,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = static (name, _) =>
                name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Encoding.Latin1,
            UseCookies = false,
            UseProxy = false,
        };
    }

    /// <summary>Makes a client over a guarded handler, which it owns.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client owns the handler.")]
    internal static HttpClient CreateClient(HttpFetchOptions? options) =>
        new(CreateHandler(options), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
}

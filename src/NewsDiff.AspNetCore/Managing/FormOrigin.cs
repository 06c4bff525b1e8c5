using System.Net;
using Microsoft.AspNetCore.Http;

namespace NewsDiff.AspNetCore.Managing;

/// <summary>Tells forms of the site's own pages from those of other sites.</summary>
/// <remarks>
/// The token of a form alone does not stop a page of another name that resolves to this server: it can read the token.
/// So the name must be known: that of the public address, or without one this machine's own names.
/// </remarks>
/// <param name="publicUrl">The address that readers use; null for none.</param>
internal sealed class FormOrigin(Uri? publicUrl)
{
    /// <summary>Whether the request came under a name that may manage.</summary>
    internal bool IsNamed(HttpRequest request) =>
        publicUrl is not null || (request.Host.HasValue && IsOfThisMachine(request.Host.Host));

    /// <summary>Whether a form was sent by a page of this site.</summary>
    internal bool IsOwn(HttpRequest request)
    {
        string own = publicUrl?.GetLeftPart(UriPartial.Authority)
            ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
        bool isSameSite = request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"];
        return IsNamed(request) && isSameSite
            && request.Headers.Origin is [{ } origin]
            && Uri.TryCreate(origin, UriKind.Absolute, out Uri? from)
            && Uri.TryCreate(own, UriKind.Absolute, out Uri? here)
            && string.Equals(
                from.GetLeftPart(UriPartial.Authority),
                here.GetLeftPart(UriPartial.Authority),
                StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOfThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}

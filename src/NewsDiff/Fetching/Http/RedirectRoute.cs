using System.Globalization;
using NewsDiff.Addresses;

namespace NewsDiff.Fetching.Http;

/// <summary>The addresses on the way of a request.</summary>
/// <param name="start">The requested address.</param>
/// <param name="maximumRedirects">The maximum number of redirects.</param>
/// <param name="followsInsecure">Whether a redirect from https to http is followed.</param>
internal sealed class RedirectRoute(Uri start, int maximumRedirects, bool followsInsecure)
{
    private readonly HashSet<Uri> _visited = [start];
    private bool _isPermanent = true;

    /// <summary>The current address to request.</summary>
    public Uri Current { get; private set; } = start;

    /// <summary>The last address after permanent redirects only; null when there is none.</summary>
    public Uri? MovedTo { get; private set; }

    /// <summary>Follows a redirect.</summary>
    /// <param name="redirect">An answer with a location.</param>
    /// <returns>Null, or the end of the request when the redirect leads nowhere.</returns>
    public PoliteResponse? Follow(PoliteResponse redirect)
    {
        if (TargetOf(redirect, out PoliteResponse? nowhere) is not { } target)
        {
            return nowhere;
        }

        bool isInsecure = Current.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp;
        if (isInsecure && !followsInsecure)
        {
            return DeadEnd(
                redirect,
                $"The server redirects from https to {target}, where anybody on the way can change the text.") with
            {
                Status = FetchStatus.Refused,
            };
        }

        if (_visited.Count > maximumRedirects)
        {
            return DeadEnd(redirect, string.Create(
                CultureInfo.InvariantCulture, $"There are more than {maximumRedirects} redirects."));
        }

        if (!_visited.Add(target))
        {
            return DeadEnd(redirect, $"The redirects form a circle at {target}.");
        }

        _isPermanent &= redirect.HttpStatusCode is 301 or 308 && !isInsecure;
        MovedTo = _isPermanent ? target : MovedTo;
        Current = target;
        return null;
    }

    /// <summary>Reads where a redirect leads.</summary>
    /// <returns>The address, without fragment and user; null when it leads nowhere.</returns>
    private Uri? TargetOf(PoliteResponse redirect, out PoliteResponse? nowhere)
    {
        string location = redirect.Location?.Trim() ?? "";
        if (location.Length is 0 or > BoundedUrl.MaxLength)
        {
            nowhere = DeadEnd(
                redirect,
                location.Length == 0
                    ? "The server redirects without saying where to."
                    : "The server redirects to an address that is too long.");
            return null;
        }

        if (Resolve(location) is not { } target)
        {
            // A location that only the platform accepts is not one that a browser would follow.
            nowhere = DeadEnd(redirect, "The server redirects to an invalid address.") with
            {
                Status = Uri.TryCreate(Current, location, out _) ? FetchStatus.Refused : FetchStatus.Failed,
            };
            return null;
        }

        // A fragment is for the reader's browser, not for the server.
        nowhere = null;
        return UserInfo.Without(
            target.Fragment.Length == 0 ? target : new Uri(target.GetLeftPart(UriPartial.Query)));
    }

    /// <summary>Reads a location as browsers do; other schemes are kept, so that the refusal names them.</summary>
    private Uri? Resolve(string location)
    {
        if (WebUrl.Resolve(location, Current.AbsoluteUri) is { } address)
        {
            return Uri.TryCreate(address, UriKind.Absolute, out Uri? url) ? url : null;
        }

        return Uri.TryCreate(Current, location, out Uri? other)
            && !WebScheme.IsIn(other)
            ? other
            : null;
    }

    private static PoliteResponse DeadEnd(PoliteResponse redirect, string reason) =>
        redirect with
        {
            Status = FetchStatus.Failed,
            Location = null,
            Validators = null,
            FreshFor = null,
            Reason = reason,
        };
}

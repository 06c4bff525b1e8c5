using System.Globalization;

namespace NewsDiff.Fetching;

/// <summary>The addresses that a request is led along.</summary>
internal sealed class RedirectRoute(Uri start, int maximumRedirects)
{
    private readonly HashSet<Uri> _visited = [start];
    private bool _isPermanent = true;

    /// <summary>The address to ask now.</summary>
    public Uri Current { get; private set; } = start;

    /// <summary>The current address, when only permanent redirects led to it; null when none or another did.</summary>
    public Uri? MovedTo => _isPermanent && _visited.Count > 1 ? Current : null;

    /// <summary>Goes where a redirect leads.</summary>
    /// <param name="redirect">An answer with a location.</param>
    /// <returns>Null, or the end of the request when the redirect leads nowhere.</returns>
    public PoliteResponse? Follow(PoliteResponse redirect)
    {
        if (string.IsNullOrWhiteSpace(redirect.Location) || !Uri.TryCreate(Current, redirect.Location.Trim(), out Uri? target))
        {
            return DeadEnd(redirect, "The server redirects without saying where to.");
        }

        // A fragment is for the reader's browser, not for the server.
        target = target.Fragment.Length == 0 ? target : new Uri(target.GetLeftPart(UriPartial.Query));
        if (_visited.Count > maximumRedirects)
        {
            return DeadEnd(redirect, string.Create(
                CultureInfo.InvariantCulture, $"There are more than {maximumRedirects} redirects."));
        }

        if (!_visited.Add(target))
        {
            return DeadEnd(redirect, $"The redirects go round in a circle at {target}.");
        }

        _isPermanent &= redirect.HttpStatusCode is 301 or 308;
        Current = target;
        return null;
    }

    private static PoliteResponse DeadEnd(PoliteResponse redirect, string reason) =>
        redirect with { Status = FetchStatus.Failed, Location = null, Reason = reason };
}

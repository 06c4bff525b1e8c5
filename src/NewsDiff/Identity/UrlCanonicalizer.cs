using System.Collections.Immutable;

using NewsDiff.Addresses;

namespace NewsDiff.Identity;

/// <summary>Gives every article one address, whatever links to it look like.</summary>
/// <remarks>
/// It changes only what cannot distinguish articles: scheme and host become lower case; default ports, dot segments,
/// fragments and known tracking parameters (<see cref="TrackingParameters"/>) are removed; and redirecting forms with
/// the address inside are resolved (<see cref="AddressRules"/>). Everything else stays, in its order.
/// </remarks>
public static class UrlCanonicalizer
{
    /// <summary>The maximum number of rules in a chain; publishers' chains are shorter.</summary>
    /// <remarks>A rule may lead to an address of another rule.</remarks>
    private const int MostRules = 8;

    /// <summary>Makes an address canonical. A canonical address stays the same.</summary>
    /// <param name="url">The address.</param>
    /// <returns>The canonical address; an address that is not http or https is returned unchanged.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public static Uri Canonicalize(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!WebScheme.IsIn(url))
        {
            return url;
        }

        Uri canonical = Tidy(url);
        for (int i = 0; i < MostRules && AddressRules.Apply(canonical) is { } target && WebScheme.IsIn(target); i++)
        {
            canonical = Tidy(target);
        }

        return canonical;
    }

    /// <summary>Explains the canonical form of an address.</summary>
    /// <param name="url">The address.</param>
    /// <returns>Every decision as a sentence, in order, including the reasons why parts were kept.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is null or relative.</exception>
    public static ImmutableArray<string> Explain(Uri url)
    {
        AbsoluteUrl.ThrowIfNot(url);
        if (!WebScheme.IsIn(url))
        {
            return ["It is not an http or https address, and stays unchanged."];
        }

        Uri canonical = Tidy(url);
        List<string> decisions = [.. UrlExplainer.Tidied(url, canonical)];
        for (int i = 0; i < MostRules && AddressRules.Apply(canonical) is { } target && WebScheme.IsIn(target); i++)
        {
            Uri tidy = Tidy(target);
            decisions.Add(UrlExplainer.Ruled(canonical, target));
            decisions.AddRange(UrlExplainer.Tidied(target, tidy));
            canonical = tidy;
        }

        return [.. decisions];
    }

    /// <summary>Explains which other addresses a fetched article may have, and which are believed.</summary>
    /// <remarks>A believed address merges two articles only when their texts agree.</remarks>
    /// <param name="requested">The address that was asked for.</param>
    /// <param name="page">The result of the request.</param>
    /// <returns>A sentence for each address that a redirect or the page gives; empty without an article.</returns>
    /// <exception cref="ArgumentException">An argument is null, or <paramref name="requested"/> relative.</exception>
    public static ImmutableArray<string> ExplainClaims(Uri requested, FetchResult page) =>
        [.. PageClaims.Find(requested, page).Select(static claim => claim.ToString())];

    /// <summary>The path without a session: <c>/story.do;jsessionid=E460</c>, <c>/(S(x4v1))/story</c>.</summary>
    private static string WithoutSession(string path)
    {
        // Servers that keep sessions without cookies (ASP.NET) write S, and A or F for logins, as a part of the path.
        while (path.IndexOf("/(", StringComparison.Ordinal) is >= 0 and var open
            && path.IndexOf("))/", open, StringComparison.Ordinal) is >= 0 and var close
            && path[open + 2] is 'S' or 'A' or 'F' or 'X' && path[open + 3] == '('
            && !path.AsSpan(open + 2, close - open).Contains('/'))
        {
            path = path[..open] + path[(close + 2)..];
        }

        foreach (string name in (ReadOnlySpan<string>)[";jsessionid=", ";phpsessid="])
        {
            if (path.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
            {
                int end = path.IndexOfAny([';', '/'], start + 1);
                return end < 0 ? path[..start] : path[..start] + path[end..];
            }
        }

        return path;
    }

    private static Uri Tidy(Uri url)
    {
        if (HostName.Of(url) is not { } host)
        {
            return url;
        }

        // Most addresses of articles are in this form already.
        string path = WithoutSession(url.AbsolutePath);
        if (url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0 && host == url.Host
            && path.Length == url.AbsolutePath.Length)
        {
            return url;
        }

        string port = url.IsDefaultPort ? "" : FormattableString.Invariant($":{url.Port}");
        string query = TrackingParameters.Remove(url.Query, host);

        // After "#!" some sites name the page itself; any other fragment is a place on it.
        string fragment = url.Fragment.StartsWith("#!", StringComparison.Ordinal) ? url.Fragment : "";
        string text = $"{url.Scheme}://{host}{port}{path}{query}{fragment}";
        return text == url.AbsoluteUri || !Uri.TryCreate(text, UriKind.Absolute, out Uri? tidy) ? url : tidy;
    }
}

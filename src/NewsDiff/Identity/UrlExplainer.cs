using System.Collections.Immutable;
using NewsDiff.Addresses;

namespace NewsDiff.Identity;

/// <summary>Explains in words what <see cref="UrlCanonicalizer"/> does to an address.</summary>
internal static class UrlExplainer
{
    /// <summary>Explains the differences between an address and its tidied form.</summary>
    public static IEnumerable<string> Tidied(Uri before, Uri after)
    {
        if (before.UserInfo.Length > 0)
        {
            yield return "The user name is left out: it names the reader, not the page.";
        }

        if (before.Host != after.Host)
        {
            yield return $"The host '{before.Host}' is written in its normal form: '{after.Host}'.";
        }

        if (before.OriginalString.Contains($":{before.Port}", StringComparison.Ordinal) && before.IsDefaultPort)
        {
            yield return "The port is left out: it is the default.";
        }

        foreach (string decision in Parameters(before, after))
        {
            yield return decision;
        }

        if (before.Fragment.Length > 0)
        {
            yield return after.Fragment.Length > 0
                ? $"The fragment '{before.Fragment}' stays: some sites name the page after '#!'."
                : $"The fragment '{before.Fragment}' is left out: it is a place on the page.";
        }
    }

    /// <summary>Says that a rule led from one address to another.</summary>
    public static string Ruled(Uri before, Uri after) =>
        $"A rule about '{before.Host}' gives the article's own address, '{UserInfo.Without(after).AbsoluteUri}'.";

    private static IEnumerable<string> Parameters(Uri before, Uri after)
    {
        HashSet<string> kept = [.. Split(after.Query)];
        foreach (string parameter in Split(before.Query))
        {
            yield return kept.Contains(parameter)
                ? $"The parameter '{parameter}' stays: it may identify the page."
                : $"The parameter '{parameter}' is left out: it tells how readers came, not which page it is.";
        }
    }

    private static ImmutableArray<string> Split(string query) =>
        [.. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)];
}

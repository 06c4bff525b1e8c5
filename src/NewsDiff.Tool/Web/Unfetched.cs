namespace NewsDiff.Tool.Web;

/// <summary>Says why an address could not be fetched, and what to do where something can be done.</summary>
internal static class Unfetched
{
    internal static TroubleException Because(Uri url, FetchStatus status, string? reason)
    {
        string advice = AdviceFor(url, status) is { } sentence ? " " + sentence : "";
        return new TroubleException($"{url.AbsoluteUri} cannot be used: {reason ?? status.ToString()}{advice}");
    }

    /// <summary>What the user can do about it, or null.</summary>
    internal static string? AdviceFor(Uri url, FetchStatus status) =>
        status == FetchStatus.Refused ? $"If it is meant, allow it with --allow-private {url.Authority}." : null;
}

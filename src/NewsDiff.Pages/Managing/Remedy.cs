namespace NewsDiff.Pages.Managing;

/// <summary>What a person can do about a request that failed, in English.</summary>
internal static class Remedy
{
    internal static string For(FetchStatus? status) => status switch
    {
        FetchStatus.NotFound or FetchStatus.Gone =>
            "Look for its new address, follow that, and remove this one.",
        FetchStatus.Withheld => "Nothing can be done here; remove it if it stays so.",
        FetchStatus.DisallowedByRobots => "The site does not want it to be read: ask the site, or remove it.",
        FetchStatus.Refused =>
            "Only public addresses are visited; the settings can name exceptions (AllowedPrivateHosts).",
        FetchStatus.OnHold => "Nothing needs to be done: it is visited when the pause is over.",
        FetchStatus.NotAnArticle => "If it is an article, try a rule for its site; otherwise remove it.",
        FetchStatus.NotAFeed => "Look at the front page of the site to find its feed.",
        FetchStatus.TooLarge => "If that is a usual size there, raise the limit in the settings (MaxBodyBytes).",
        FetchStatus.OverBudget => "Nothing needs to be done: it is visited after midnight UTC.",
        _ => "It is tried again by itself. If it goes on failing, see whether a browser opens the address.",
    };
}

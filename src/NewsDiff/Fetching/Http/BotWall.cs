namespace NewsDiff.Fetching.Http;

/// <summary>Recognises a bot check that answers instead of the page, by the headers of such services.</summary>
internal static class BotWall
{
    private static readonly (string Name, string? Value)[] Headers =
        [
            ("cf-mitigated", "challenge"), ("x-amzn-waf-action", "challenge"), ("x-amzn-waf-action", "captcha"),
            ("x-datadome", null), ("x-datadome-cid", null),
        ];

    /// <summary>The header that identifies the bot check, or null.</summary>
    public static string? Of(HttpResponseMessage answer)
    {
        foreach ((string name, string? value) in Headers)
        {
            if (RawHeader.Of(answer, name) is { } found
                && (value is null || found.Contains(value, StringComparison.OrdinalIgnoreCase)))
            {
                return value is null ? name : $"{name}: {value}";
            }
        }

        return null;
    }
}

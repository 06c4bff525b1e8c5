using NewsDiff.Fetching;
using NewsDiff.Settings;

namespace NewsDiff.Hosting;

/// <summary>The section <c>Fetch</c>: every option of <see cref="HttpFetchOptions"/> under its own name.</summary>
internal static class FetchSettings
{
    public static HttpFetchOptions Read(SettingsSection section, HttpFetchOptions options)
    {
        section.Text("Contact", value => options = options with { Contact = value });
        section.Text("UserAgent", value => options = options with { UserAgent = value });
        section.Sections("SiteHeaders", ReadHeader, value => options = options with { SiteHeaders = [.. value] });
        section.Flag("FollowInsecureRedirects", value => options = options with { FollowInsecureRedirects = value });
        section.Texts("AllowedPrivateHosts", value => options = options with { AllowedPrivateHosts = [.. value] });
        return ReadSizes(section, ReadTimes(section, ReadCounts(section, options)));
    }

    private static HttpFetchOptions ReadCounts(SettingsSection section, HttpFetchOptions options)
    {
        section.Text("RobotsAgent", value => options = options with { RobotsAgent = value });
        section.Flag("RespectRobots", value => options = options with { RespectRobots = value });
        section.Duration("RobotsLifetime", value => options = options with { RobotsLifetime = value });
        section.Duration("RobotsRetry", value => options = options with { RobotsRetry = value });
        section.Number("MaxRobotsBytes", value => options = options with { MaxRobotsBytes = value });
        section.Number("MaxRobotsRedirects", value => options = options with { MaxRobotsRedirects = value });
        section.Number(
            "MaxDailyRequestsPerSite", value => options = options with { MaxDailyRequestsPerSite = value });
        section.Number("MaxDailyRequests", value => options = options with { MaxDailyRequests = value });
        return options;
    }

    private static HttpFetchOptions ReadTimes(SettingsSection section, HttpFetchOptions options)
    {
        section.Duration("MinGap", value => options = options with { MinGap = value });
        section.Duration("MaxCrawlDelay", value => options = options with { MaxCrawlDelay = value });
        section.Duration("FirstHold", value => options = options with { FirstHold = value });
        section.Duration("MaxHold", value => options = options with { MaxHold = value });
        section.Duration("MaxRetryAfter", value => options = options with { MaxRetryAfter = value });
        section.Duration("MaxFreshness", value => options = options with { MaxFreshness = value });
        section.Duration("ConnectTimeout", value => options = options with { ConnectTimeout = value });
        section.Duration("HeaderTimeout", value => options = options with { HeaderTimeout = value });
        section.Duration("TotalTimeout", value => options = options with { TotalTimeout = value });
        section.Duration("RateWindow", value => options = options with { RateWindow = value });
        return options;
    }

    private static HttpFetchOptions ReadSizes(SettingsSection section, HttpFetchOptions options)
    {
        section.Number("MinBytesPerSecond", value => options = options with { MinBytesPerSecond = value });
        section.Number("MaxBodyBytes", value => options = options with { MaxBodyBytes = value });
        section.Number("MaxUnpackedRatio", value => options = options with { MaxUnpackedRatio = value });
        section.Number("MaxContentCodings", value => options = options with { MaxContentCodings = value });
        section.Number("MaxHeaderKibibytes", value => options = options with { MaxHeaderKibibytes = value });
        section.Number("MaxRedirects", value => options = options with { MaxRedirects = value });
        return options;
    }

    private static SiteHeader? ReadHeader(SettingsSection section)
    {
        string host = "", name = "", value = "";
        section.Text("Host", text => host = text);
        section.Text("Name", text => name = text);
        section.Secret("Value", text => value = text);
        foreach (string key in (string[])["Host", "Name", "Value"])
        {
            if (!section.Has(key))
            {
                section.Refuse(key, "is missing.");
            }
        }

        return new SiteHeader(host, name, value);
    }
}

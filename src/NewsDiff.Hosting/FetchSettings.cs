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
        section.Sections("HostHeaders", ReadHeader, value => options = options with { HostHeaders = [.. value] });
        section.Flag("FollowInsecureRedirects", value => options = options with { FollowInsecureRedirects = value });
        section.Texts("AllowedPrivateHosts", value => options = options with { AllowedPrivateHosts = [.. value] });
        return ReadSizes(section, ReadTimes(section, ReadRobots(section, options)));
    }

    private static HttpFetchOptions ReadRobots(SettingsSection section, HttpFetchOptions options)
    {
        section.Text("RobotsAgent", value => options = options with { RobotsAgent = value });
        section.Flag("RespectRobots", value => options = options with { RespectRobots = value });
        section.Duration("RobotsLifetime", value => options = options with { RobotsLifetime = value });
        section.Duration("RobotsRetry", value => options = options with { RobotsRetry = value });
        section.Number("MaximumRobotsBytes", value => options = options with { MaximumRobotsBytes = value });
        section.Number("MaximumRobotsRedirects", value => options = options with { MaximumRobotsRedirects = value });
        return options;
    }

    private static HttpFetchOptions ReadTimes(SettingsSection section, HttpFetchOptions options)
    {
        section.Duration("MinimumGap", value => options = options with { MinimumGap = value });
        section.Duration("MaximumCrawlDelay", value => options = options with { MaximumCrawlDelay = value });
        section.Duration("FirstHold", value => options = options with { FirstHold = value });
        section.Duration("LongestHold", value => options = options with { LongestHold = value });
        section.Duration("MaximumRetryAfter", value => options = options with { MaximumRetryAfter = value });
        section.Duration("MaximumFreshness", value => options = options with { MaximumFreshness = value });
        section.Duration("ConnectTimeout", value => options = options with { ConnectTimeout = value });
        section.Duration("HeaderTimeout", value => options = options with { HeaderTimeout = value });
        section.Duration("TotalTimeout", value => options = options with { TotalTimeout = value });
        section.Duration("RateWindow", value => options = options with { RateWindow = value });
        return options;
    }

    private static HttpFetchOptions ReadSizes(SettingsSection section, HttpFetchOptions options)
    {
        section.Number("MinimumBytesPerSecond", value => options = options with { MinimumBytesPerSecond = value });
        section.Number("MaximumBodyBytes", value => options = options with { MaximumBodyBytes = value });
        section.Number("MaximumUnpackedRatio", value => options = options with { MaximumUnpackedRatio = value });
        section.Number("MaximumContentCodings", value => options = options with { MaximumContentCodings = value });
        section.Number("MaximumHeaderKibibytes", value => options = options with { MaximumHeaderKibibytes = value });
        section.Number("MaximumRedirects", value => options = options with { MaximumRedirects = value });
        return options;
    }

    private static HostHeader? ReadHeader(SettingsSection section)
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

        return new HostHeader(host, name, value);
    }
}

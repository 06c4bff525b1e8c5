using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Extraction;
using NewsDiff.Fetching;

namespace NewsDiff.Hosting;

/// <summary>Chooses between options that a host registers and those from configuration and code.</summary>
/// <remarks>
/// The registered options win as a whole. Only a missing contact and concurrency come from
/// <see cref="NewsDiffHostOptions"/>. Any other setting in both places would be lost, so it is refused.
/// </remarks>
internal static class EffectiveOptions
{
    public static HttpFetchOptions Fetch(TrackerServices services)
    {
        NewsDiffHostOptions host = services.Options;
        if (services.Find<HttpFetchOptions>() is not { } own || ReferenceEquals(own, host.Fetch))
        {
            return host.Fetch;
        }

        if (host.Fetch with { Contact = null } != HttpFetchOptions.Default)
        {
            throw TwoPlaces(nameof(HttpFetchOptions), services.Name, nameof(NewsDiffHostOptions.Fetch));
        }

        return own with { Contact = own.Contact ?? host.Contact };
    }

    public static TrackerOptions Tracker(TrackerServices services)
    {
        NewsDiffHostOptions host = services.Options;
        TrackerOptions standard = NewsDiffHostOptions.DefaultTracker;
        if (services.Find<TrackerOptions>() is not { } own)
        {
            return host.Tracker with { MaxConcurrency = host.MaxConcurrency };
        }

        if (host.Tracker with { MaxConcurrency = standard.MaxConcurrency } != standard)
        {
            throw TwoPlaces(nameof(TrackerOptions), services.Name, nameof(NewsDiffHostOptions.Tracker));
        }

        return own.MaxConcurrency == standard.MaxConcurrency ? own with { MaxConcurrency = host.MaxConcurrency } : own;
    }

    /// <summary>The registered extractor, or one with the configured rules; null for the usual one.</summary>
    public static IArticleExtractor? Extractor(TrackerServices services)
    {
        SiteRules rules = services.Options.Rules;
        IArticleExtractor? own = services.Find<IArticleExtractor>()
            ?? services.Shared.GetService<IArticleExtractor>();
        return own is null
            ? rules.All.IsEmpty ? null : new HtmlArticleExtractor(new ExtractionOptions { Rules = rules })
            : rules.All.IsEmpty ? own
            : throw TwoPlaces(nameof(IArticleExtractor), services.Name, nameof(NewsDiffHostOptions.Rules));
    }

    private static InvalidOperationException TwoPlaces(string type, string? name, string section) => new(
        $"{type} is registered as a service, but {HostSettings.PathOf(name)}:{section} or code given to "
        + "AddNewsDiff sets such "
        + "options too. Use one of them.");
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.AspNetCore.Api;
using NewsDiff.AspNetCore.Managing;
using NewsDiff.AspNetCore.Serving;
using NewsDiff.Pages;
using NewsDiff.Tracking;

namespace NewsDiff.AspNetCore;

/// <summary>Maps the pages, feeds and JSON API of a site of changes.</summary>
public static class NewsDiffEndpointRouteBuilderExtensions
{
    /// <summary>Maps a site of changes below a prefix.</summary>
    /// <example>
    /// <code>
    /// app.MapNewsDiff("/changes").RequireAuthorization();
    /// </code>
    /// </example>
    /// <remarks>
    /// Without <see cref="NewsDiffSiteOptions.ManagePolicy"/> the site only reads: it answers GET and HEAD. The host
    /// adds its own rules to the result, as to any group of endpoints: who may read, how long answers are cached, how
    /// many requests a client may make. Answers carry an <c>ETag</c>, and pages a policy that stops scripts.
    /// </remarks>
    /// <param name="endpoints">The host's endpoints, or a group of them.</param>
    /// <param name="prefix">The path of the front page, such as <c>/changes</c>. The default is the root.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <returns>The endpoints, to be given conventions.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// No store is registered that keeps visits and events, or something that managing needs, such as its policy.
    /// </exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The site is disposed when the application stops.")]
    public static IEndpointConventionBuilder MapNewsDiff(
        this IEndpointRouteBuilder endpoints, string prefix = "", NewsDiffSiteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        options ??= new NewsDiffSiteOptions();
        PageSource source = options.Source ?? SourceOf(endpoints.ServiceProvider, options.TrackerName);
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        TimeProvider clock = endpoints.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
        ManageServices? managing = options.ManagePolicy is null
            ? null
            : new ManageServices(endpoints.ServiceProvider, options.TrackerName);
        managing?.CheckPolicy(options.ManagePolicy!);
        var site = new ServedSite(source, options, clock);
        endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopped.Register(site.Dispose);
        if (options.HasApi)
        {
            new ApiEndpoints(site).Map(group.MapGroup("api"));
        }

        if (managing is not null)
        {
            new ManageEndpoints(site, managing.MakeDesk(clock), managing.Antiforgery, options.PublicUrl)
                .Map(group, options.ManagePolicy!);
        }

        new SiteEndpoints(site).Map(group, ownsUnknown: prefix.Trim('/').Length > 0);
        return group;
    }

    private static PageSource SourceOf(IServiceProvider services, string? name)
    {
        IVersionStore? versions = Find<IVersionStore>(services, name);
        IArticleCatalog? articles = Find<IArticleCatalog>(services, name) ?? versions as IArticleCatalog;
        ISubscriptionStore? feeds = Find<ISubscriptionStore>(services, name) ?? versions as ISubscriptionStore;
        return versions is ITrackerStore tracker && articles is not null && feeds is not null
            ? new PageSource(tracker, articles, feeds)
            : throw new InvalidOperationException(
                $"{nameof(MapNewsDiff)} found no store to read from"
                + (name is null ? ". " : $" for the tracker '{name}'. ")
                + "Call AddSqliteVersionStore or AddPostgreSqlVersionStore, or set "
                + $"{nameof(NewsDiffSiteOptions)}.{nameof(NewsDiffSiteOptions.Source)}.");
    }

    private static T? Find<T>(IServiceProvider services, string? name)
        where T : class => name is null ? services.GetService<T>() : services.GetKeyedService<T>(name);
}

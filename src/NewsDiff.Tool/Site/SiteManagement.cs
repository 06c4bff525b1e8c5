using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Fetching;
using NewsDiff.Tool.Configuration;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Site;

/// <summary>Lets the person at this machine manage what is followed, by pages.</summary>
/// <param name="Store">The database.</param>
/// <param name="Web">The way to the web, for previews.</param>
/// <param name="Settings">The settings, which may name feeds and rules.</param>
internal sealed record SiteManagement(NewsStore Store, Fetchers Web, ToolSettings Settings)
{
    /// <summary>The policy that only this machine meets.</summary>
    internal const string Policy = "this machine";

    private const string Scheme = "loopback";

    /// <summary>Adds what the pages need.</summary>
    internal void AddTo(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IArticleFetcher>(
            _ => new HttpArticleFetcher(Web.Client.Polite, Settings.Web.Extractor));
        builder.Services.AddSingleton(Store.Care);
        builder.Services.AddSingleton(Web.Client.Polite);
        builder.Services.AddSingleton(Web.CreateTracker(Store));
        builder.Services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser());
        builder.Services.AddAntiforgery();
        builder.Services.AddDataProtection().AddKeyManagementOptions(keys => keys.XmlRepository = new MemoryKeys());
    }

    /// <summary>Names the user of each connection that comes from this machine itself.</summary>
    internal static Task NameUserAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from))
        {
            var name = new Claim(ClaimTypes.Name, Environment.UserName);
            context.User = new ClaimsPrincipal(new ClaimsIdentity([name], Scheme));
        }

        return next(context);
    }
}

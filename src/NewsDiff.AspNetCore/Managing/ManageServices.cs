using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Fetching;
using NewsDiff.Pages;

namespace NewsDiff.AspNetCore.Managing;

/// <summary>Finds what managing needs among the host's services; what is missing stops the start.</summary>
internal sealed class ManageServices(IServiceProvider services, string? tracker)
{
    private const string Because = $"{nameof(NewsDiffSiteOptions)}.{nameof(NewsDiffSiteOptions.ManagePolicy)} is set, ";

    /// <summary>Issues and checks the tokens of forms.</summary>
    internal IAntiforgery Antiforgery { get; } = services.GetService<IAntiforgery>()
        ?? throw new InvalidOperationException(
            Because + "but there are no antiforgery tokens: call builder.Services.AddAntiforgery().");

    /// <summary>Throws if there is no such policy: whatever it is to protect would be open or never open.</summary>
    internal void CheckPolicy(string policy)
    {
        IAuthorizationPolicyProvider policies = services.GetService<IAuthorizationPolicyProvider>()
            ?? throw new InvalidOperationException(
                Because + "but nothing authorizes: call builder.Services.AddAuthorization(…) and add that policy.");

        // Before the host runs there is no request to hold up, and policies are read from memory.
        if (string.IsNullOrWhiteSpace(policy) || policies.GetPolicyAsync(policy).GetAwaiter().GetResult() is null)
        {
            throw new InvalidOperationException(
                Because + $"but there is no policy '{policy}': add it in builder.Services.AddAuthorization(…).");
        }
    }

    /// <summary>Makes the desk over the host's tracker.</summary>
    internal ManageDesk MakeDesk(TimeProvider clock)
    {
        ArticleTracker follower = Find<ArticleTracker>() ?? throw Missing(nameof(ArticleTracker));
        PoliteClient client = Find<PoliteClient>() ?? throw Missing(nameof(PoliteClient));
        IVersionCare care = Find<IVersionCare>() ?? follower.Store as IVersionCare
            ?? throw new InvalidOperationException(
                Because + $"but the store is no {nameof(IVersionCare)}, which takes versions down.");
        return new ManageDesk(follower, client, care, clock)
        {
            Fetcher = Find<IArticleFetcher>(),
        };
    }

    private T? Find<T>()
        where T : class => tracker is null ? services.GetService<T>() : services.GetKeyedService<T>(tracker);

    private static InvalidOperationException Missing(string name) =>
        new(Because + $"but there is no {name}: call builder.Services.AddNewsDiff(…).");
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NewsDiff.AspNetCore.Managing;

/// <summary>Tells whom the host's policy lets manage, so that only they are shown the way.</summary>
/// <param name="policy">The name of the policy.</param>
/// <param name="origin">The names of the server under which there is managing.</param>
internal sealed class ManageDoor(string policy, FormOrigin origin)
{
    /// <summary>Whether a reader may manage, judged as the pages for managing themselves do.</summary>
    internal async Task<bool> IsOpenAsync(HttpContext http)
    {
        IServiceProvider services = http.RequestServices;
        if (!origin.IsNamed(http.Request)
            || services.GetService<IPolicyEvaluator>() is not { } evaluator
            || await services.GetRequiredService<IAuthorizationPolicyProvider>().GetPolicyAsync(policy)
                .ConfigureAwait(false) is not { } rules)
        {
            return false;
        }

        // A policy may name its own way to sign in; the rest of the request keeps the host's user.
        ClaimsPrincipal user = http.User;
        try
        {
            AuthenticateResult who = await evaluator.AuthenticateAsync(rules, http).ConfigureAwait(false);
            return (await evaluator.AuthorizeAsync(rules, who, http, http).ConfigureAwait(false)).Succeeded;
        }
        finally
        {
            http.User = user;
        }
    }
}

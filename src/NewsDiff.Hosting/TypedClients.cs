using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Feeds;
using NewsDiff.Fetching;

namespace NewsDiff.Hosting;

/// <summary>Finds fetchers registered as typed clients, whose handlers lack the address guard.</summary>
internal static class TypedClients
{
    private const string Factory = "Microsoft.Extensions.Http";

    private static readonly Type[] Fetchers =
        [typeof(IArticleFetcher), typeof(IFeedFetcher), typeof(HttpArticleFetcher), typeof(HttpFeedFetcher)];

    /// <summary>Throws when a fetcher comes from <c>AddHttpClient&lt;T&gt;</c>.</summary>
    public static void Refuse(IServiceCollection services)
    {
        if (services.FirstOrDefault(IsTypedClient) is { } found)
        {
            throw new InvalidOperationException(
                $"{found.ServiceType.Name} is registered as a typed client of AddHttpClient, which would fetch "
                + "without the address "
                + "guard and with the retries of the host. Remove it: AddNewsDiff registers a guarded fetcher. To "
                + "use a client of "
                + $"your own, register a fetcher over {nameof(NewsDiffHttp)}.{nameof(NewsDiffHttp.CreateHandler)} as "
                + "a singleton.");
        }
    }

    private static bool IsTypedClient(ServiceDescriptor service) =>
        Fetchers.Contains(service.ServiceType)
        && (service.IsKeyedService
            ? (Delegate?)service.KeyedImplementationFactory
            : service.ImplementationFactory) is { } factory
        && factory.Method.Module.Assembly.GetName().Name == Factory;
}

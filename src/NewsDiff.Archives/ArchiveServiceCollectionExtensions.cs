using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsDiff.Fetching;

namespace NewsDiff.Archives;

/// <summary>Registers an archive with a container.</summary>
public static class ArchiveServiceCollectionExtensions
{
    /// <summary>Registers an archive that keeps the answers that servers give to the host's trackers.</summary>
    /// <remarks>
    /// The archive is opened at the first request, and closed with the container. The clock comes from the container.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="open">Opens the archive.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddNewsDiff();
    /// builder.Services.AddPageArchive(_ => new FolderArchive("pages"));
    /// </code>
    /// </example>
    public static IServiceCollection AddPageArchive(
        this IServiceCollection services,
        Func<IServiceProvider, IPageArchive> open)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(open);
        services.TryAddSingleton(open);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExchangeRecorder, ArchiveRecorder>(static provider =>
            new ArchiveRecorder(provider.GetRequiredService<IPageArchive>(), provider.GetService<TimeProvider>())));
        return services;
    }
}

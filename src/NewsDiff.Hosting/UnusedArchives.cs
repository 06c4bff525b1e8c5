using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Fetching;

namespace NewsDiff.Hosting;

/// <summary>Finds an archive that a host registered without a recorder.</summary>
internal static class UnusedArchives
{
    // Found by name, because this package does not depend on NewsDiff.Archives.
    private const string Archive = "NewsDiff.Archives.IPageArchive";

    /// <summary>Throws when an archive is registered and no recorder is.</summary>
    public static void Refuse(IServiceCollection services)
    {
        if (services.Any(static service => service.ServiceType.FullName == Archive)
            && !services.Any(static service => service.ServiceType == typeof(IExchangeRecorder)))
        {
            throw new InvalidOperationException(
                "IPageArchive is registered, but nothing records to it. Register it with AddPageArchive instead. "
                + "To register an archive that is only read, use its own type, such as FolderArchive.");
        }
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsDiff.Sqlite;

namespace NewsDiff.Hosting.Tests;

/// <summary>Hosts with a configuration of a few keys.</summary>
internal static class ConfiguredHost
{
    public static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();

    public static IHost Build(IConfiguration configuration, Action<IServiceCollection> register)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddConfiguration(configuration);
        register(builder.Services);
        return builder.Build();
    }

    /// <summary>Reads the options of a tracker with a configured store.</summary>
    public static NewsDiffHostOptions Read(IConfiguration configuration)
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton(configuration).AddNewsDiff().AddConfiguredSqliteVersionStore().BuildServiceProvider();
        return provider.GetRequiredService<IOptions<NewsDiffHostOptions>>().Value;
    }

    /// <summary>Starts a host that must refuse to, and tells why it did.</summary>
    public static async Task<Exception> RefusalAsync(IConfiguration configuration, Action<IServiceCollection> register)
    {
        using IHost host = Build(configuration, register);
        return await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }
}

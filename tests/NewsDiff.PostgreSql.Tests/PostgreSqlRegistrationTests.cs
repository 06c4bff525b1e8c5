using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

public sealed class PostgreSqlRegistrationTests(PostgreSqlCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_store_serves_all_four_interfaces_and_is_closed_with_the_container()
    {
        ServiceProvider provider = new ServiceCollection()
            .AddPostgreSqlVersionStore(await cluster.CreateDatabaseAsync())
            .BuildServiceProvider();

        var store = provider.GetRequiredService<IVersionStore>();
        Assert.Same(store, provider.GetRequiredService<IArticleCatalog>());
        Assert.Same(store, provider.GetRequiredService<ISubscriptionStore>());
        Assert.Same(store, provider.GetRequiredService<IVisitStore>());
        Assert.True((await store.AppendAsync(Drafts.Of("a", "one"), Token)).IsAppended);

        await provider.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindLatestAsync("a", Token));
    }

    [Fact]
    public void A_store_of_the_host_s_own_is_kept_and_nothing_connects_before_it_is_used()
    {
        var own = new InMemoryVersionStore();
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<IVersionStore>(own)
            .AddPostgreSqlVersionStore("Host=nowhere.invalid;Database=none")
            .BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IVersionStore>());
        Assert.IsType<PostgreSqlVersionStore>(provider.GetRequiredService<IVisitStore>());
    }

    [Fact]
    public async Task A_data_source_of_the_host_s_own_is_used_and_not_disposed()
    {
        await using var source = NpgsqlDataSource.Create(await cluster.CreateDatabaseAsync());
        PostgreSqlVersionStore opened = await PostgreSqlVersionStore.OpenAsync(source, cancellationToken: Token);
        await opened.AppendAsync(Drafts.Of("a", "one"), Token);
        await opened.DisposeAsync();
        Func<IServiceCollection, IServiceCollection>[] ways =
            [
                services => services.AddPostgreSqlVersionStore(source),
                services => services.AddSingleton(source).AddPostgreSqlVersionStore(
                    static provider => provider.GetRequiredService<NpgsqlDataSource>()),
            ];
        foreach (Func<IServiceCollection, IServiceCollection> register in ways)
        {
            ServiceProvider provider = register(new ServiceCollection()).BuildServiceProvider();
            var store = provider.GetRequiredService<IVersionStore>();
            Assert.NotNull(await store.FindLatestAsync("a", Token));
            ((IDisposable)store).Dispose();
            await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindLatestAsync("a", Token));
            await using NpgsqlConnection connection = await source.OpenConnectionAsync(Token);
        }
    }

    [Fact]
    public async Task Stores_under_names_are_apart()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        await using ServiceProvider provider = new ServiceCollection()
            .AddPostgreSqlVersionStore(connectionString)
            .AddPostgreSqlVersionStore(
                connectionString, new PostgreSqlStoreOptions { Schema = "sports" }, name: "sports")
            .BuildServiceProvider();
        var sports = provider.GetRequiredKeyedService<IVersionStore>("sports");
        await sports.AppendAsync(Drafts.Of("a", "one"), Token);

        Assert.Same(sports, provider.GetRequiredKeyedService<IVisitStore>("sports"));
        Assert.Null(await provider.GetRequiredService<IVersionStore>().FindLatestAsync("a", Token));
    }

    [Fact]
    public async Task The_configuration_names_the_database_and_its_schema()
    {
        await using ServiceProvider provider = Configured(
            ("NewsDiff:Store:ConnectionString", await cluster.CreateDatabaseAsync()),
            ("NewsDiff:Store:Schema", "configured"));

        Assert.True(
            (await provider.GetRequiredService<IVersionStore>().AppendAsync(Drafts.Of("a", "one"), Token)).IsAppended);
    }

    [Theory]
    [InlineData("NewsDiff:Store:Schema", "pg_news", "must not begin with pg_")]
    [InlineData("NewsDiff:Store:Scheme", "news", "Schema, Search, ReadOnly, RetryFor, ConnectionString")]
    [InlineData("NewsDiff:Store:ConnectionString", "Host=127.0.0.1;Pasword=s3cret", "which is unusable")]
    [InlineData("NewsDiff:Store:Schema", "news", "ConnectionString is missing")]
    public void A_setting_that_cannot_be_used_is_named_without_secrets(string key, string value, string allowed)
    {
        (string, string)[] valid =
            allowed.Contains("missing", StringComparison.Ordinal) || key.EndsWith("String", StringComparison.Ordinal)
                ? [] : [("NewsDiff:Store:ConnectionString", "Host=127.0.0.1")];
        using ServiceProvider provider = Configured([.. valid, (key, value)]);

        var refusal = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IVersionStore>());

        Assert.Contains("NewsDiff:Store:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Configured(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
            .Build())
        .AddConfiguredPostgreSqlVersionStore()
        .BuildServiceProvider();
}

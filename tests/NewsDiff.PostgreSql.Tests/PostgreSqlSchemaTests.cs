using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>Where the tables are.</summary>
public sealed class PostgreSqlSchemaTests(PostgreSqlCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_schemas_of_one_database_are_two_stores()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore standard = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        await using PostgreSqlVersionStore other = await OpenAsync(connectionString, "other");
        await standard.AppendAsync(Drafts.Of("a", "one"), Token);
        await other.AppendAsync(Drafts.Of("a", "two"), Token);
        await other.AppendAsync(Drafts.Of("a", "three"), Token);

        Assert.Equal([1], await NumbersAsync(standard));
        Assert.Equal([1, 2], await NumbersAsync(other));
        Assert.NotEqual(await standard.ReadIdAsync(Token), await other.ReadIdAsync(Token));
        await using PostgreSqlVersionStore again = await OpenAsync(connectionString, "other");
        Assert.Equal(await other.ReadIdAsync(Token), await again.ReadIdAsync(Token));
    }

    [Theory]
    [InlineData("News Diff")]
    [InlineData("a\"; DROP SCHEMA newsdiff CASCADE; --")]
    [InlineData("ニュース.新聞")]
    [InlineData("newsdiff.")]
    [InlineData("select")]
    public async Task Any_name_of_a_schema_is_taken_literally(string schema)
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore standard = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        await using PostgreSqlVersionStore store = await OpenAsync(connectionString, schema);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);

        Assert.Equal([1], await NumbersAsync(store));
        Assert.Empty(await NumbersAsync(standard));
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using NpgsqlCommand command = source.CreateCommand(
            """
            SELECT count(*) FILTER (WHERE schemaname = @schema) - count(*) FILTER (WHERE schemaname = 'newsdiff')
            FROM pg_tables
            """);
        command.Parameters.AddWithValue("@schema", schema);
        Assert.Equal(0L, await command.ExecuteScalarAsync(Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("pg_news")]
    [InlineData("a\0b")]
    [InlineData("a_name_of_sixty_four_bytes_which_the_server_would_cut_by_one_____")]
    public void A_name_that_the_server_would_refuse_or_cut_is_refused(string schema) =>
        Assert.Throws<ArgumentException>(() => new PostgreSqlStoreOptions { Schema = schema });

    [Fact]
    public async Task An_account_without_the_right_to_make_schemas_uses_one_that_is_there()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        string database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await cluster.ExecuteAsync($"CREATE ROLE {database} LOGIN");
        await cluster.ExecuteAsync($"CREATE SCHEMA prepared AUTHORIZATION {database}", database);
        string limited = new NpgsqlConnectionStringBuilder(connectionString) { Username = database }.ConnectionString;

        await using PostgreSqlVersionStore store = await OpenAsync(limited, "prepared");
        Assert.True((await store.AppendAsync(Drafts.Of("a", "one"), Token)).IsAppended);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => OpenAsync(limited, "missing"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task A_damaged_or_later_schema_is_named()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        string database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await (await OpenAsync(connectionString, "other")).DisposeAsync();
        await cluster.ExecuteAsync("UPDATE other.schema_version SET version = -1", database);

        var refusal = await Assert.ThrowsAsync<VersionStoreException>(() => OpenAsync(connectionString, "other"));

        Assert.Contains("other.schema_version holds -1", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<PostgreSqlVersionStore> OpenAsync(string connectionString, string schema) =>
        PostgreSqlVersionStore.OpenAsync(connectionString, new PostgreSqlStoreOptions { Schema = schema }, Token);

    private static async Task<List<int>> NumbersAsync(PostgreSqlVersionStore store) =>
        await store.ReadVersionsAsync(new VersionQuery(), Token).Select(version => version.Number).ToListAsync(Token);
}

using System.Diagnostics;
using NewsDiff.TestSupport;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>
/// A private PostgreSQL server for these tests, in a temporary folder and on the loopback interface only.
/// </summary>
public sealed class PostgreSqlCluster : IAsyncLifetime
{
    private const string Account = "postgres";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsdiff-postgresql-");
    private readonly string? _binaries = FindBinaries();
    private int _port;
    private readonly Lazy<Task<NpgsqlDataSource>> _shared;
    private int _databases;
    private int _schemas;
    private bool _isRunning;

    public PostgreSqlCluster() => _shared = new Lazy<Task<NpgsqlDataSource>>(
        async () => NpgsqlDataSource.Create($"{await CreateDatabaseAsync()};Maximum Pool Size=100"));

    private string DataFolder => Path.Combine(_folder.FullName, "data");

    public async ValueTask InitializeAsync()
    {
        if (_binaries is null)
        {
            return;
        }

        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root; the account that its package makes runs it then.
            await RunAsync("chown", [Account, _folder.FullName]);
        }

        await RunAsync(
            Path.Combine(_binaries, "initdb"),
            [
                "--pgdata", DataFolder, "--username", Account, "--auth", "trust", "--encoding", "UTF8", "--locale", "C",
                "--no-sync",
            ]);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_shared is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _shared.Value).DisposeAsync();
        }

        if (_isRunning)
        {
            await StopServerAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Makes an empty database; skips the test where PostgreSQL is not installed.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        Assert.SkipWhen(
            _binaries is null, "PostgreSQL is not installed: neither /usr/lib/postgresql/*/bin nor PATH has initdb.");
        string name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    /// <summary>Opens a store in a schema of its own, in a database that such stores share.</summary>
    /// <remarks>
    /// A database has three hundred files, which take longer than most tests. So do new connections: each reads the
    /// types of the server, and its process the catalog.
    /// </remarks>
    /// <param name="search">Whether it has a search index.</param>
    /// <param name="prepare">Prepares the tables of a schema, in a database, before the store is opened.</param>
    public async Task<PostgreSqlVersionStore> OpenStoreAsync(
        bool? search = null, Func<string, string, Task>? prepare = null)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        NpgsqlDataSource source = await _shared.Value;
        int number = Interlocked.Increment(ref _schemas);
        var options = new PostgreSqlStoreOptions
        {
            Schema = prepare is null ? $"Other \"news\"' {number}" : $"other_{number}",
            Search = search,
        };
        if (prepare is not null)
        {
            await (await PostgreSqlVersionStore.OpenAsync(source, options, token)).DisposeAsync();
            await prepare(source.ConnectionString, options.Schema);
        }

        return await PostgreSqlVersionStore.OpenAsync(source, options, token);
    }

    /// <summary>Runs a command as the server's owner.</summary>
    public async Task ExecuteAsync(string sql, string database = Account)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString(database)};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until all transactions that run now have ended, so that their events are readable.</summary>
    public async Task SettleAsync()
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString(Account)};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            """,
            connection);
        long? started = null;
        await Patience.UntilAsync(
            async () =>
            {
                await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
                await row.ReadAsync();
                started ??= row.GetInt64(0);
                return row.GetInt64(1) >= started;
            },
            CancellationToken.None);
    }

    /// <summary>Starts a standby: a second server that copies all that this one writes.</summary>
    public Task<PostgreSqlStandby> StartStandbyAsync() =>
        PostgreSqlStandby.StartAsync(_binaries!, _port, Account, RunAsync, LoopbackPort.Find());

    /// <summary>Stops the server as a crash would, and starts it again.</summary>
    public async Task CrashAndRestartAsync()
    {
        await StopServerAsync();
        await StartServerAsync();
    }

    /// <summary>Stops the server as a crash would.</summary>
    public async Task StopServerAsync()
    {
        await RunAsync(
            Path.Combine(_binaries!, "pg_ctl"), ["stop", "--wait", "--pgdata", DataFolder, "--mode", "immediate"]);
        _isRunning = false;
    }

    /// <summary>Starts the server that was stopped, on the same port.</summary>
    public async Task StartServerAsync()
    {
        await RunAsync(
            Path.Combine(_binaries!, "pg_ctl"),
            [
                "start", "--wait", "--pgdata", DataFolder, "--log", Path.Combine(DataFolder, "server.log"),
                "--options",
                // Nothing here outlives a crash of the machine.
                $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories='' -c max_connections=300 "
                + "-c fsync=off -c full_page_writes=off",
            ]);
        _isRunning = true;
    }

    private static string? FindBinaries()
    {
        const string Packaged = "/usr/lib/postgresql";
        string[] versions = Directory.Exists(Packaged) ? Directory.GetDirectories(Packaged) : [];
        return versions
            .OrderDescending(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static async Task RunAsync(string file, string[] arguments)
    {
        // chown is root's own work.
        bool asAccount = Environment.IsPrivilegedProcess && file != "chown";
        string[] command = asAccount ? ["runuser", "-u", Account, "--", file, .. arguments] : [file, .. arguments];
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        string[] output = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{string.Join(' ', command)} ended with {process.ExitCode}: {string.Concat(output)}");
        }
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username={Account};Database={database};Maximum Pool Size=30";

    /// <summary>Starts the server on a free port; another program may take the port in between, so again.</summary>
    private async Task StartAsync()
    {
        for (int attempt = 1; ; attempt++)
        {
            _port = LoopbackPort.Find();
            try
            {
                await StartServerAsync();
                return;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                _port = 0;
            }
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NewsDiff.Evaluation.Workers;

/// <summary>A PostgreSQL server of this run, in a temporary folder and on the loopback interface only.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private const string Account = "postgres";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsdiff-workers-");
    private readonly string _binaries;
    private int _databases;

    private PrivateServer(string binaries) => _binaries = binaries;

    public int Port { get; } = FreePort();

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Starts a server; null where PostgreSQL is not installed.</summary>
    public static async Task<PrivateServer?> StartAsync()
    {
        if (FindBinaries() is not { } binaries)
        {
            return null;
        }

        var server = new PrivateServer(binaries);
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root; the account that its package makes runs it then.
            await RunAsync("chown", [Account, server._folder.FullName]);
        }

        await server.RunToolAsync(
            "initdb", ["--pgdata", server.Data, "--username", Account, "--auth", "trust", "--encoding", "UTF8"]);
        await server.RunToolAsync("pg_ctl",
        [
            "start", "--wait", "--pgdata", server.Data, "--log", Path.Combine(server.Data, "server.log"), "--options",
            $"-c listen_addresses=127.0.0.1 -c port={server.Port} -c unix_socket_directories='' "
                + "-c max_connections=300",
        ]);
        return server;
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        string name = $"run_{++_databases}";
        await using var connection = new NpgsqlConnection($"{ConnectionTo(Account, Port)};Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = "CREATE DATABASE " + name;
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name, Port);
    }

    /// <summary>The same database through another port.</summary>
    public static string Through(string connection, int port) =>
        new NpgsqlConnectionStringBuilder(connection) { Port = port }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await RunToolAsync("pg_ctl", ["stop", "--wait", "--pgdata", Data, "--mode", "immediate"]);
        _folder.Delete(recursive: true);
    }

    private static string ConnectionTo(string database, int port) =>
        $"Host=127.0.0.1;Port={port};Username={Account};Database={database};Maximum Pool Size=20";

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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task RunToolAsync(string tool, string[] arguments)
    {
        string file = Path.Combine(_binaries, tool);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", Account, "--", file, .. arguments])
            : RunAsync(file, arguments);
    }

    private static async Task RunAsync(string file, string[] arguments)
    {
        // Not redirected: the server would keep the pipes open.
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh",
            ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", file, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
        })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} ended with {process.ExitCode}.");
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NewsDiff.Evaluation.Crashes;

/// <summary>A PostgreSQL server in a temporary folder, on the loopback interface only.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private const string Account = "postgres";
    private const string Packaged = "/usr/lib/postgresql";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsdiff-server-");
    private readonly int _port = FreePort();
    private readonly string _binaries = Directory.GetDirectories(Packaged).Order(StringComparer.Ordinal).Last();

    /// <summary>The connection string of its database.</summary>
    internal string Connection => $"Host=127.0.0.1;Port={_port};Username={Account};Database={Account}";

    private string Data => Path.Combine(_folder.FullName, "data");

    internal static async Task<PrivateServer> StartAsync()
    {
        var server = new PrivateServer();
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root; the account that its package makes runs it then.
            await RunAsync(["chown", Account, server._folder.FullName]);
        }

        await server.RunAsAccountAsync(
            "initdb", ["--pgdata", server.Data, "--username", Account, "--auth", "trust", "--encoding", "UTF8"]);
        await server.StartServerAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Stops the server as a crash would, and starts it again.</summary>
    internal async Task CrashAndRestartAsync()
    {
        await StopAsync();
        await StartServerAsync();
    }

    /// <summary>Ends one of the back ends that other processes use.</summary>
    /// <returns>How many it were: 0 or 1.</returns>
    internal async Task<int> EndOneAsync(Random random)
    {
        await using var connection = new NpgsqlConnection($"{Connection};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT count(pg_terminate_backend(pid)) FROM (
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
                ORDER BY md5(pid::text || @salt) LIMIT 1) one
            """,
            connection);
        command.Parameters.AddWithValue("@salt", $"{random.Next()}");
        return Convert.ToInt32(await command.ExecuteScalarAsync(), null);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
        }
    }

    private Task RunAsAccountAsync(string program, string[] arguments)
    {
        string path = Path.Combine(_binaries, "bin", program);
        return RunAsync(Environment.IsPrivilegedProcess
            ? ["runuser", "-u", Account, "--", path, .. arguments]
            : [path, .. arguments]);
    }

    private Task StartServerAsync() => RunAsAccountAsync(
        "pg_ctl",
        [
            "start", "--wait", "--silent", "--pgdata", Data, "--log", Path.Combine(Data, "server.log"), "--options",
            $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories=''",
        ]);

    private Task StopAsync() => RunAsAccountAsync(
        "pg_ctl", ["stop", "--wait", "--silent", "--pgdata", Data, "--mode", "immediate"]);
}

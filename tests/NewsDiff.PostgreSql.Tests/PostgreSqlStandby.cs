using NewsDiff.TestSupport;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>A server that copies another one as it writes, and can be read.</summary>
public sealed class PostgreSqlStandby : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsdiff-standby-");
    private readonly string _binaries;
    private readonly Func<string, string[], Task> _run;
    private readonly int _port;

    private PostgreSqlStandby(string binaries, Func<string, string[], Task> run, int port) =>
        (_binaries, _run, _port) = (binaries, run, port);

    private string DataFolder => Path.Combine(_folder.FullName, "data");

    /// <summary>Copies a server, and starts the copy.</summary>
    /// <param name="binaries">The folder of PostgreSQL's programs.</param>
    /// <param name="primary">The port of the server.</param>
    /// <param name="account">Its owner.</param>
    /// <param name="run">Runs a program as the account that servers run as.</param>
    /// <param name="port">The port of the copy.</param>
    public static async Task<PostgreSqlStandby> StartAsync(
        string binaries, int primary, string account, Func<string, string[], Task> run, int port)
    {
        var standby = new PostgreSqlStandby(binaries, run, port);
        if (Environment.IsPrivilegedProcess)
        {
            await run("chown", [account, standby._folder.FullName]);
        }

        await run(
            Path.Combine(binaries, "pg_basebackup"),
            [
                "--host", "127.0.0.1", "--port", $"{primary}", "--username", account, "--pgdata", standby.DataFolder,
                "--checkpoint", "fast", "--write-recovery-conf", "--no-sync",
            ]);
        await run(
            Path.Combine(binaries, "pg_ctl"),
            [
                "start", "--wait", "--pgdata", standby.DataFolder,
                "--log", Path.Combine(standby.DataFolder, "server.log"),
                "--options",
                $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' -c max_connections=300 "
                + "-c fsync=off",
            ]);
        return standby;
    }

    /// <summary>The way to a database of the primary server, on the copy.</summary>
    public string Reach(string database) =>
        new NpgsqlConnectionStringBuilder(database) { Port = _port }.ConnectionString;

    /// <summary>Replays nothing more of what it receives.</summary>
    public async Task PauseAsync(string database)
    {
        await using var connection = new NpgsqlConnection(Reach(database));
        await connection.OpenAsync();
        await using var pause = new NpgsqlCommand("SELECT pg_wal_replay_pause()", connection);
        await pause.ExecuteNonQueryAsync();
        await using var state = new NpgsqlCommand("SELECT pg_get_wal_replay_pause_state()", connection);
        await Patience.UntilAsync(
            async () => (string?)await state.ExecuteScalarAsync() == "paused", CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _run(
            Path.Combine(_binaries, "pg_ctl"), ["stop", "--wait", "--pgdata", DataFolder, "--mode", "immediate"]);
        _folder.Delete(recursive: true);
    }
}

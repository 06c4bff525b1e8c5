using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff restore FILE</c>: puts a backup in the place of the database.</summary>
internal sealed class RestoreCommand : ToolCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The backup; it is not changed." };

    private readonly Option<bool> _force = new("--force") { Description = "Replace an existing database." };

    internal RestoreCommand(ToolHost host, CommonOptions common)
        : base("restore", "Put a backup in the place of the database, after verifying it.", host, common)
    {
        Add(_file);
        Add(_force);
        Add(common.Json);
        Add(common.Database);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff restore newsdiff-2026-05-03.db",
        "newsdiff restore /backup/newsdiff.db --db newsdiff.db --force",
    ];

    internal override string Details =>
        """
        First stop everything that has the database open. The former database stays until the copy is complete and
        verified. Texts that were taken down after the backup was made are back: hide them again. Restore a PostgreSQL
        database with pg_restore instead.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string database = SettingsOf(parse).Database;
        string backup = parse.GetRequiredValue(_file);
        await FileCopies.RestoreAsync(
            backup, database, parse.GetValue(_force), new PercentLine(screen, "Restoring"), stop).ConfigureAwait(false);
        CopyLine line = await CopyLine.ReadAsync(database, Host.Clock.GetUtcNow(), stop).ConfigureAwait(false);
        await screen.WriteLineAsync(parse.GetValue(Common.Json)
            ? JsonLine.Of(json =>
            {
                json.WriteString("backup", backup);
                json.WriteString("database", database);
                line.Write(json);
            })
            : $"Restored {database} from {backup}: {line}.").ConfigureAwait(false);
        return ExitCodes.Success;
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff backup OUT</c>: makes a verified copy of the database while it is in use.</summary>
internal sealed class BackupCommand : ToolCommand
{
    private readonly Argument<string> _out = new("OUT") { Description = "The file to write the copy to." };

    private readonly Option<bool> _force = new("--force") { Description = "Replace an existing file." };

    internal BackupCommand(ToolHost host, CommonOptions common)
        : base("backup", "Copy the database to a file while it is in use, and verify the copy.", host, common)
    {
        Add(_out);
        Add(_force);
        Add(common.Json);
        Add(common.Database);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff backup newsdiff-2026-05-03.db",
        "newsdiff backup /backup/newsdiff.db --force --json",
    ];

    internal override string Details =>
        """
        The copy has all that was stored when the backup began, and gets its name only when it is complete and verified.
        'newsdiff restore' puts it back. Texts that are taken down later stay in the copy. Save a PostgreSQL database
        with pg_dump instead.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string database = SettingsOf(parse).Database;
        string copy = parse.GetRequiredValue(_out);
        await FileCopies.BackupAsync(database, copy, parse.GetValue(_force), new PercentLine(screen, "Saving"), stop)
            .ConfigureAwait(false);
        CopyLine line = await CopyLine.ReadAsync(copy, Host.Clock.GetUtcNow(), stop).ConfigureAwait(false);
        await screen.WriteLineAsync(parse.GetValue(Common.Json)
            ? JsonLine.Of(json =>
            {
                json.WriteString("database", database);
                json.WriteString("backup", copy);
                line.Write(json);
            })
            : $"Saved {database} to {copy}: {line}.").ConfigureAwait(false);
        return ExitCodes.Success;
    }
}

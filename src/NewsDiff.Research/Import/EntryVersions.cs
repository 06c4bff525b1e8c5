using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Import;

/// <summary>Reads the table <c>entryversion</c> of diffengine and of NewsEdits.</summary>
/// <remarks>Both keep a version in a row; NewsEdits numbers them, diffengine has only their times.</remarks>
internal static class EntryVersions
{
    internal const string Table = "entryversion";

    internal static IEnumerable<ImportedVersion> Read(SqliteSource source, SqliteTable table, ImportOptions options)
    {
        if (!table.Has("entry_id", "title", "url", "summary", "created"))
        {
            throw new FormatException(
                $"Its table {Table} lacks a column: entry_id, title, url, summary and created are needed.");
        }

        var reader = new SqliteRows(
            source,
            Table,
            $"{table.Column("entry_id")}, {table.Column("version")}, {table.Column("created")}",
            $"""
             SELECT {table.Text("url")}, {table.Text("title")}, {table.Text("summary")}, {table.IsTooLarge("summary")},
                 {table.Text("created")}, {table.Text("source")}
             FROM {Table} WHERE rowid = @place
             """);
        return reader.Read((cells, place) => ReadRow(cells, place, options));
    }

    private static ImportedVersion ReadRow(SqliteDataReader cells, string place, ImportOptions options)
    {
        var row = new ImportedVersion { Place = place, Source = options.Source ?? SqliteCell.Text(cells, 5) };
        string? time = SqliteCell.Text(cells, 4);
        if (SourceAddress.Read(SqliteCell.Text(cells, 0)) is not { } url)
        {
            return row with { Problem = SourceAddress.Problem };
        }

        if (SourceTime.Read(time, options.Clock) is not { } seenAt)
        {
            return row with { Problem = SourceTime.Describe(time) };
        }

        return SqliteCell.Flag(cells, 3)
            ? row with { Problem = ImportLimits.TooLarge }
            : row with
            {
                SeenAt = seenAt,
                Article = new Article
                {
                    Url = url,
                    Title = SqliteCell.Text(cells, 1) ?? "",
                    Paragraphs = BodyText.OfMarkup(SqliteCell.Text(cells, 2) ?? ""),
                },
            };
    }
}

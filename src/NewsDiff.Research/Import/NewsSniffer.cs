using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Import;

/// <summary>Reads the tables of a NewsSniffer dump: articles, versions and texts.</summary>
internal static class NewsSniffer
{
    internal const string Articles = "news_articles";
    internal const string Versions = "news_article_versions";
    internal const string Texts = "news_article_version_texts";

    /// <summary>The columns that each table needs; it may have others.</summary>
    internal static readonly (string Table, string[] Columns)[] Tables =
    [
        (Articles, ["id", "source", "url", "title"]),
        (Versions, ["id", "news_article_id", "version", "title", "url", "created_at"]),
        (Texts, ["news_article_version_id", "text"]),
    ];

    internal static IEnumerable<ImportedVersion> Read(SqliteSource source, ImportOptions options)
    {
        SqliteTable[] tables =
        [
            .. Tables.Select(needed => source.FindTable(needed.Table) is { } table && table.Has(needed.Columns)
                ? table
                : throw new FormatException(
                    $"Its table {needed.Table} lacks a column: {string.Join(", ", needed.Columns)} are needed.")),
        ];

        // Dumps have no index of the texts; this one is kept beside the database, in a file of SQLite's own.
        source.Execute("CREATE TEMP TABLE place_of_text (version, place)");
        source.Execute($"INSERT INTO place_of_text SELECT news_article_version_id, rowid FROM {Texts}");
        source.Execute("CREATE INDEX temp.text_by_version ON place_of_text (version)");
        source.Execute("CREATE TEMP TABLE place_of_article (article, place)");
        source.Execute($"INSERT INTO place_of_article SELECT id, rowid FROM {Articles}");
        source.Execute("CREATE INDEX temp.article_by_id ON place_of_article (article)");
        var reader = new SqliteRows(
            source,
            Versions,
            "news_article_id, version, created_at",
            Row(tables[0], tables[1], tables[2]));
        return reader.Read((cells, place) => ReadRow(cells, place, options));
    }

    private static string Row(SqliteTable articles, SqliteTable versions, SqliteTable texts) =>
        $"""
         SELECT {versions.Text("url")}, {articles.Text("url")}, {versions.Text("title")}, {articles.Text("title")},
             {versions.Text("created_at")}, {articles.Text("source")}, {texts.Text("text")}, {texts.IsTooLarge("text")},
             {Texts}.rowid
         FROM {Versions}
         LEFT JOIN temp.place_of_article pa ON pa.article = {Versions}.news_article_id
         LEFT JOIN {Articles} ON {Articles}.rowid = pa.place
         LEFT JOIN temp.place_of_text pt ON pt.version = {Versions}.id
         LEFT JOIN {Texts} ON {Texts}.rowid = pt.place
         WHERE {Versions}.rowid = @place
         """;

    private static ImportedVersion ReadRow(SqliteDataReader cells, string place, ImportOptions options)
    {
        var row = new ImportedVersion { Place = place, Source = options.Source ?? SqliteCell.Text(cells, 5) };
        string? time = SqliteCell.Text(cells, 4);
        if ((SourceAddress.Read(SqliteCell.Text(cells, 0)) ?? SourceAddress.Read(SqliteCell.Text(cells, 1)))
            is not { } url)
        {
            return row with { Problem = SourceAddress.Problem };
        }

        if (SourceTime.Read(time, options.Clock) is not { } seenAt)
        {
            return row with { Problem = SourceTime.Describe(time) };
        }

        if (SqliteCell.Flag(cells, 7) || SqliteCell.Text(cells, 8) is null)
        {
            return row with { Problem = SqliteCell.Flag(cells, 7) ? ImportLimits.TooLarge : "Its text is not there." };
        }

        return row with
        {
            SeenAt = seenAt,
            Article = new Article
            {
                Url = url,
                Title = SqliteCell.Text(cells, 2) ?? SqliteCell.Text(cells, 3) ?? "",
                Paragraphs = BodyText.OfLines(SqliteCell.Text(cells, 6) ?? ""),
            },
        };
    }
}

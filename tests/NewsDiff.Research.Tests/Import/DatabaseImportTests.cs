using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Tests.Import;

/// <summary>Databases of NewsEdits, diffengine and NewsSniffer, and what hostile ones can do: nothing.</summary>
public sealed class DatabaseImportTests : IDisposable
{
    private const string NewsEdits =
        "CREATE TABLE entryversion (id INTEGER, entry_id INTEGER, version INTEGER, title TEXT, url TEXT, summary TEXT, "
        + "created TEXT, archive_url TEXT, source TEXT, num_versions INTEGER, joint_key TEXT);";

    private readonly TemporaryFolder _folder = new();
    private readonly ImportRun _run = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NewsEdits_is_read_in_the_order_of_its_versions()
    {
        string path = Make(
            NewsEdits,
            """
            INSERT INTO entryversion (entry_id, version, title, url, summary, created, source) VALUES
            (7, 1, 'Two', 'https://a.example/7', '<p>The bill &amp; more.</p><p>5 < 7</p>', '2015-01-02 10:00:00', 'ap'),
            (7, 0, 'One', 'https://a.example/7', '<p>The bill.</p>', '2015-01-02 09:00:00', 'ap'),
            (3, 0, 'Other', 'https://a.example/3', 'A line'||char(10)||'another', '2016-01-02T09:00:00+01:00', 'ap');
            """);

        await _run.ReadAsync(path);
        await _run.ReadAsync(path);

        List<ArticleVersion> versions = await _run.VersionsAsync();
        Assert.Equal(["Other", "One", "Two"], versions.Select(version => version.Article.Title));
        Assert.Equal(["The bill & more.", "5 < 7"], versions[2].Article.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(2, versions[0].Article.Paragraphs.Length);
        Assert.Equal("2016-01-02 08:00:00Z", $"{versions[0].SeenAt:u}");
        Assert.All(await _run.ArticlesAsync(), article => Assert.Equal("ap", article.Source));
    }

    [Fact]
    public async Task Diffengine_is_read_packed_and_by_its_times()
    {
        string path = Make(
            """
            CREATE TABLE entryversion (id INTEGER PRIMARY KEY, title TEXT, url TEXT, summary TEXT, created DATETIME,
                archive_url TEXT, entry_id INTEGER);
            INSERT INTO entryversion (title, url, summary, created, entry_id) VALUES
            ('Two', 'https://a.example/7', '<p>b</p>', '2017-01-02 10:00:00.123456', 1),
            ('One', 'https://a.example/7', '<p>a</p>', '2017-01-02 09:00:00', 1);
            """);
        string packed = _folder.File("feed.db.gz");
        await using (FileStream from = File.OpenRead(path))
        await using (var to = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            await from.CopyToAsync(to, TestContext.Current.CancellationToken);
        }

        await _run.ReadAsync(packed);

        Assert.Equal(["One", "Two"], (await _run.VersionsAsync()).Select(version => version.Article.Title));
    }

    [Fact]
    public async Task NewsSniffer_is_read_from_its_tables_and_from_their_CSV()
    {
        string path = Make(
            """
            CREATE TABLE news_articles (id INTEGER, source TEXT, guid TEXT, url TEXT, title TEXT);
            CREATE TABLE news_article_versions (id INTEGER, news_article_id INTEGER, version INTEGER, title TEXT, url TEXT,
                created_at TEXT);
            CREATE TABLE news_article_version_texts (news_article_version_id INTEGER, text TEXT);
            INSERT INTO news_articles VALUES (1, 'bbc', 'g', 'https://a.example/1', 'Ferry');
            INSERT INTO news_article_versions VALUES (12, 1, 1, 'Ferry "late"', 'https://a.example/1', '2007-01-02 10:00:00');
            INSERT INTO news_article_versions VALUES (11, 1, 0, 'Ferry', 'https://a.example/1', '2007-01-02 09:00:00');
            INSERT INTO news_article_versions VALUES (13, 1, 2, 'Lost', 'https://a.example/1', '2007-01-02 11:00:00');
            INSERT INTO news_article_version_texts VALUES (11, 'One.'), (12, 'One.' || char(10) || 'Two, late.');
            """);
        _folder.Write("csv/news_articles.csv", "id,source,guid,url,title\r\n1,bbc,g,https://a.example/1,Ferry\r\n");
        _folder.Write(
            "csv/news_article_versions.csv",
            "id,news_article_id,version,title,url,created_at\n"
            + "12,1,1,\"Ferry \"\"late\"\"\",https://a.example/1,2007-01-02 10:00:00\n"
            + "11,1,0,Ferry,https://a.example/1,2007-01-02 09:00:00\n13,1,2,Lost,,2007-01-02 11:00:00\n");
        _folder.Write(
            "csv/news_article_version_texts.csv",
            "news_article_version_id,text\n11,One.\n12,\"One.\nTwo, late.\"\n");
        var csv = new ImportRun();

        List<ImportOutcome> outcomes = await _run.ReadAsync(path);
        await csv.ReadAsync(_folder.File("csv"));

        Assert.Equal("Its text is not there.", outcomes[2].Reason);
        Assert.Equal(
            ["Ferry: One.", "Ferry \"late\": One.|Two, late."],
            (await _run.VersionsAsync()).Select(Show));
        Assert.Equal((await _run.VersionsAsync()).Select(Show), (await csv.VersionsAsync()).Select(Show));
    }

    [Fact]
    public async Task Bad_rows_are_told_and_stop_nothing()
    {
        string path = Make(
            NewsEdits,
            """
            INSERT INTO entryversion (entry_id, version, title, url, summary, created) VALUES
            (1, 0, 'a', 'https://a.example/1', '<p>a</p>', '0000-00-00 00:00:00'),
            (2, 0, 'a', 'https://a.example/2', '<p>a</p>', '9999-12-31 23:59:59'),
            (3, 0, 'a', '../../etc/passwd', '<p>a</p>', '2015-01-02 10:00:00'),
            (4, 0, 'a', 'https://a.example/4', CAST(zeroblob(500000000) AS TEXT), '2015-01-02 10:00:00'),
            ('../x', 0, 'a', 'https://a.example/5', x'FF00FE', 1420193400),
            (NULL, NULL, NULL, 'https://a.example/6', NULL, '2015-01-02 10:00:00');
            """);

        List<ImportOutcome> outcomes = await _run.ReadAsync(path);

        Assert.Equal(6, outcomes.Count);
        Assert.Equal(2, outcomes.Count(outcome => outcome.Status == ImportStatus.Appended));
        Assert.Contains(
            outcomes,
            outcome => outcome.Row.Place == "entryversion 4"
                && outcome.Reason!.Contains("more than 16 MiB", StringComparison.Ordinal));
    }

    [Fact]
    public void A_view_in_place_of_the_table_is_not_read()
    {
        string path = Make(
            "CREATE TABLE x (a); CREATE VIEW entryversion AS SELECT a AS id, a AS entry_id, a AS version, a AS title, "
            + "a AS url, a AS summary, a AS created FROM x;");

        FormatException fault = Assert.Throws<FormatException>(
            () => ImportReader.Read(path).ToBlockingEnumerable(TestContext.Current.CancellationToken).Count());

        Assert.Contains("views are not read", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_gives_what_is_whole_and_is_not_changed()
    {
        string path = Make(
            NewsEdits,
            """
            INSERT INTO entryversion (entry_id, version, title, url, summary, created)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
            SELECT i, 0, 'a', 'https://a.example/' || i, '<p>' || hex(randomblob(900)) || '</p>', '2015-01-02 10:00:00' FROM n;
            """);
        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes.AsSpan(bytes.Length / 2, 40_000).Fill(0xA5);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        List<ImportOutcome> outcomes = await _run.ReadAsync(path);

        Assert.Contains(outcomes, outcome => outcome.Status == ImportStatus.Failed);
        Assert.InRange(outcomes.Count(outcome => outcome.Status == ImportStatus.Appended), 100, 399);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    private static string Show(ArticleVersion version) =>
        $"{version.Article.Title}: {string.Join('|', version.Article.Paragraphs.Select(paragraph => paragraph.Text))}";

    private string Make(params string[] statements)
    {
        string path = _folder.File("source.db");
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        foreach (string statement in statements)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }

        return path;
    }
}

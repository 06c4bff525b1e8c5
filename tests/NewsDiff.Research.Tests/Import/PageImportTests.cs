using System.Diagnostics;
using System.Text;
using NewsDiff.Archives;

namespace NewsDiff.Research.Tests.Import;

/// <summary>Pages in folders, WARC files and git histories.</summary>
public sealed class PageImportTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly ImportRun _run = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pages_of_a_folder_have_the_time_of_their_file_and_the_address_of_their_path()
    {
        Page("pages/b story.html", "Nobody on board of it was hurt.", Noon.AddHours(1));
        Page("pages/in/a.htm", "Two people on board of it were hurt.", Noon);
        _folder.Write("pages/note.txt", "no page");
        _folder.Write("pages/empty.html", "");

        List<ImportOutcome> outcomes = await _run.ReadAsync(
            _folder.File("pages"), new ImportOptions { BaseUrl = new Uri("https://a.example/news"), Workers = 4 });

        Assert.Equal(
            [("https://a.example/news/in/a.htm", Noon), ("https://a.example/news/b%20story.html", Noon.AddHours(1))],
            (await _run.VersionsAsync()).Select(version => (version.Article.Url.AbsoluteUri, version.SeenAt)));
        Assert.Equal("empty.html", Assert.Single(outcomes, outcome => outcome.Reason is not null).Row.Place);
    }

    [Fact]
    public async Task Without_a_base_a_page_states_its_address_or_is_told()
    {
        Page("pages/a.html", "Nobody on board of it was hurt.", Noon, "https://a.example/1");
        Page("pages/b.html", "Nobody on board of it was hurt.", Noon, "/relative");
        Page("pages/c.html", "Nobody on board of it was hurt.", Noon);

        List<ImportOutcome> outcomes = await _run.ReadAsync(_folder.File("pages"));

        Assert.Equal("https://a.example/1", Assert.Single(await _run.VersionsAsync()).Article.Url.AbsoluteUri);
        Assert.Equal(
            2, outcomes.Count(outcome => outcome.Reason?.Contains("base address", StringComparison.Ordinal) is true));
    }

    [Fact]
    public async Task A_WARC_file_is_read_and_a_malformed_date_is_a_problem()
    {
        string path = _folder.File("news.warc");
        await using (IPageArchive archive = await PageArchives.AppendAsync(path, TestContext.Current.CancellationToken))
        {
            await KeepAsync(archive, Noon, SourcePages.Article("Nobody on board of it was hurt."));
            await KeepAsync(archive, Noon.AddHours(1), SourcePages.Article("Two people on board of it were hurt."));
            await KeepAsync(archive, Noon.AddHours(2), SourcePages.Article("Three people on board of it were hurt."));
        }

        string text = await File.ReadAllTextAsync(path, Encoding.Latin1, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            path,
            text.Replace("2026-05-03T14:00:00Z", "3rd of May, 2026", StringComparison.Ordinal)
                .Replace("3rd of May, 2026", "3rd of May, 14:00:00", StringComparison.Ordinal),
            Encoding.Latin1,
            TestContext.Current.CancellationToken);

        List<ImportOutcome> outcomes = await _run.ReadAsync(path);

        Assert.Equal([Noon, Noon.AddHours(1)], (await _run.VersionsAsync()).Select(version => version.SeenAt));
        Assert.Contains(
            "'3rd of May, 14:00:00', is no date",
            Assert.Single(outcomes, outcome => outcome.Status == ImportStatus.Failed).Reason,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filedesc://crawl.arc 0.0.0.0 20050101000000 text/plain 76\n", "an ARC file")]
    [InlineData("PK\u0003\u0004datapackage.json", "WACZ")]
    [InlineData("-- MySQL dump 10.13\nINSERT INTO", "a dump of SQL")]
    [InlineData("\u0089PNG\r\n", "in no form that is known")]
    public void What_is_not_read_is_named(string content, string name)
    {
        string path = _folder.Write("input", content);

        FormatException fault = Assert.Throws<FormatException>(() => ImportReader.Read(path));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_git_history_gives_every_state_of_its_pages_and_starts_no_program_of_the_repository()
    {
        Git("init", "--quiet", "--initial-branch=main", ".");
        Page("repository/a $(touch x).html", "Nobody on board of it was hurt.", Noon);
        Commit("one", Noon);
        Page("repository/a $(touch x).html", "Two people on board of it were hurt.", Noon);
        Page("repository/b.html", "Three people on board of it were hurt.", Noon);
        Commit("two", Noon.AddHours(1));
        File.Delete(_folder.File("repository/b.html"));
        Commit("three", Noon.AddHours(2));
        string trap = _folder.Write("trap.sh", $"#!/bin/sh\ntouch {_folder.File("sprung")}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        string[] settings = ["core.fsmonitor", "diff.external", "core.pager", "gpg.program", "core.sshCommand"];
        foreach (string setting in settings)
        {
            Git("config", setting, trap);
        }

        Git("config", "log.showSignature", "true");
        var options = new ImportOptions { BaseUrl = new Uri("https://a.example/"), Workers = 4 };

        await _run.ReadAsync(_folder.File("repository"), options);
        List<ImportOutcome> again = await _run.ReadAsync(_folder.File("repository"), options);

        Assert.Equal(
            [
                ("https://a.example/a%20%24%28touch%20x%29.html", Noon),
                ("https://a.example/a%20%24%28touch%20x%29.html", Noon.AddHours(1)),
                ("https://a.example/b.html", Noon.AddHours(1)),
            ],
            (await _run.VersionsAsync()).Select(version => (version.Article.Url.AbsoluteUri, version.SeenAt)));
        Assert.All(again, outcome => Assert.Equal(ImportStatus.Known, outcome.Status));
        Assert.False(File.Exists(_folder.File("sprung")));
    }

    [Fact]
    public async Task A_folder_that_git_refuses_is_told_with_the_words_of_git()
    {
        Directory.CreateDirectory(_folder.File("repository/.git"));

        IOException fault = await Assert.ThrowsAsync<IOException>(() => _run.ReadAsync(_folder.File("repository")));

        Assert.Contains("not a git repository", fault.Message, StringComparison.Ordinal);
    }

    private static ValueTask KeepAsync(IPageArchive archive, DateTimeOffset at, string html) => archive.KeepAsync(
        new Capture
        {
            Url = new Uri("https://a.example/1"),
            CapturedAt = at,
            StatusCode = 200,
            ReasonPhrase = "OK",
            Headers = [new HttpField("Content-Type", "text/html; charset=utf-8")],
            Body = Encoding.UTF8.GetBytes(html),
        },
        TestContext.Current.CancellationToken);

    private void Page(string path, string second, DateTimeOffset at, string? canonical = null) =>
        File.SetLastWriteTimeUtc(_folder.Write(path, SourcePages.Article(second, canonical)), at.UtcDateTime);

    private void Commit(string message, DateTimeOffset at)
    {
        Git("add", "--all");
        Git(at, "-c", "user.name=T", "-c", "user.email=t@a.example", "commit", "--quiet", "--message", message);
    }

    private void Git(params string[] arguments) => Git(Noon, arguments);

    private void Git(DateTimeOffset at, params string[] arguments)
    {
        Directory.CreateDirectory(_folder.File("repository"));
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.File("repository") };
        start.Environment["GIT_COMMITTER_DATE"] = start.Environment["GIT_AUTHOR_DATE"] = $"{at:yyyy-MM-ddTHH:mm:ssZ}";
        using Process git = Process.Start(start)!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}

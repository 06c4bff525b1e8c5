using NewsDiff.Events;
using NewsDiff.TestSupport;

namespace NewsDiff.Research.Tests.Import;

/// <summary>How versions come into a store: once each, with their own times, and without telling anybody.</summary>
public sealed class VersionImporterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryVersionStore _store = new();

    [Fact]
    public async Task A_second_run_adds_nothing_even_after_the_first_was_interrupted()
    {
        ImportedVersion[] rows = [Row("one", 0), Row("one", 5), Row("two", 10), Row("one", 20), Row("three", 20)];

        await ImportAsync(rows[..3]);
        ImportStatus[] second = await ImportAsync(rows);
        ImportStatus[] third = await ImportAsync(rows);

        Assert.Equal(
            [.. Enumerable.Repeat(ImportStatus.Known, 3), .. Enumerable.Repeat(ImportStatus.Appended, 2)], second);
        Assert.All(third, status => Assert.Equal(ImportStatus.Known, status));
        Assert.Equal(
            [("one", 0), ("two", 10), ("one", 20), ("three", 20)],
            (await VersionsAsync()).Select(version =>
                (version.Article.Title, (int)(version.SeenAt - Noon).TotalMinutes)));
    }

    [Fact]
    public async Task What_is_older_than_the_latest_version_is_left_out_and_told()
    {
        await ImportAsync(Row("two", 10));

        ImportOutcome late = Assert.Single(await RunAsync(Row("one", 9)));

        Assert.Equal(ImportStatus.TooLate, late.Status);
        Assert.Contains("2026-05-03 12:09:00Z", late.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_of_imported_versions_say_so_for_handlers_to_pass_over()
    {
        await ImportAsync(Row("one", 0), Row("two", 10));

        CancellationToken stop = TestContext.Current.CancellationToken;
        List<ArticleEvent> events = await _store.ReadEventsAsync(new EventQuery(), stop).ToListAsync(stop);

        Assert.Equal([ArticleEventKind.FirstSeen, ArticleEventKind.Changed], events.Select(happened => happened.Kind));
        Assert.All(events, happened => Assert.Equal(VersionImporter.By, happened.By));
    }

    [Fact]
    public async Task Ids_with_parts_of_paths_name_articles_and_no_files()
    {
        await ImportAsync(Row("one", 0) with { Keys = ["../../etc/passwd"] }, Row("two", 1) with { Keys = ["a/../b"] });

        Assert.All(
            await VersionsAsync(),
            version => Assert.Matches("^[0-9a-f]{16}$", version.ArticleId));
    }

    [Fact]
    public async Task A_problem_is_passed_on_and_stops_nothing()
    {
        List<ImportOutcome> outcomes = await RunAsync(
            new ImportedVersion { Place = "line 1", Problem = "It is no JSON." }, Row("one", 0));

        Assert.Equal([ImportStatus.Failed, ImportStatus.Appended], outcomes.Select(outcome => outcome.Status));
        Assert.Equal("It is no JSON.", outcomes[0].Reason);
    }

    [Fact]
    public async Task A_source_that_pauses_keeps_nothing_back()
    {
        var isStored = new TaskCompletionSource();
        async IAsyncEnumerable<ImportedVersion> ReadAsync()
        {
            yield return Row("one", 0);
            await isStored.Task.WaitAsync(Patience.Limit);
            yield return Row("two", 10);
        }

        List<ImportStatus> statuses = [];
        await foreach (ImportOutcome outcome in new VersionImporter(_store, _store).ImportAsync(
            ReadAsync(), TestContext.Current.CancellationToken))
        {
            statuses.Add(outcome.Status);
            isStored.TrySetResult();
        }

        Assert.Equal([ImportStatus.Appended, ImportStatus.Appended], statuses);
    }

    [Fact]
    public async Task What_was_read_before_a_fault_of_the_source_is_stored()
    {
        async IAsyncEnumerable<ImportedVersion> ReadAsync()
        {
            yield return Row("one", 0);
            await Task.Yield();
            throw new FormatException("It breaks off.");
        }

        List<ImportStatus> statuses = [];
        var fault = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (ImportOutcome outcome in new VersionImporter(_store, _store).ImportAsync(
                ReadAsync(), TestContext.Current.CancellationToken))
            {
                statuses.Add(outcome.Status);
            }
        });

        Assert.Equal("It breaks off.", fault.Message);
        Assert.Equal([ImportStatus.Appended], statuses);
        Assert.Single(await VersionsAsync());
    }

    [Fact]
    public async Task A_thousand_versions_of_a_few_articles_are_stored_in_order_and_once()
    {
        ImportedVersion[] rows =
        [
            .. Enumerable.Range(0, 1000).Select(i => Row($"text {i / 7}", i / 7) with { Keys = [$"article {i % 7}"] }),
        ];

        ImportStatus[] first = await ImportAsync(rows);
        ImportStatus[] second = await ImportAsync(rows);

        Assert.All(first, status => Assert.Equal(ImportStatus.Appended, status));
        Assert.All(second, status => Assert.Equal(ImportStatus.Known, status));
        Assert.Equal(rows.Select(row => row.Article!.Title), (await VersionsAsync()).Select(v => v.Article.Title));
    }

    private static ImportedVersion Row(string title, int minute) => new()
    {
        Place = $"{minute}",
        Article = new Article { Url = new Uri("https://a.example/1"), Title = title },
        SeenAt = Noon.AddMinutes(minute),
    };

    private async Task<ImportStatus[]> ImportAsync(params ImportedVersion[] rows) =>
        [.. (await RunAsync(rows)).Select(outcome => outcome.Status)];

    private async Task<List<ImportOutcome>> RunAsync(params ImportedVersion[] rows) =>
        await new VersionImporter(_store, _store)
            .ImportAsync(rows.ToAsyncEnumerable(), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    private async Task<List<ArticleVersion>> VersionsAsync() =>
        await _store.ReadVersionsAsync(new VersionQuery()).ToListAsync(TestContext.Current.CancellationToken);
}

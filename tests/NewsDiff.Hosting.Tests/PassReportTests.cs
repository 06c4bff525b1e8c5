using Microsoft.Extensions.Logging;

namespace NewsDiff.Hosting.Tests;

public sealed class PassReportTests : ILogger
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _lines = [];
    private readonly PassReport _report;

    public PassReportTests() => _report = new PassReport(_clock, this);

    [Fact]
    public void One_line_says_what_a_pass_did()
    {
        Pass(
            Of(CheckKind.FirstSeen, "a"), Of(CheckKind.Changed, "b"), Of(CheckKind.Changed, "c"),
            Feed(CheckKind.FeedRead));
        Pass();

        Assert.Equal(
            [
                "Information: A pass of 2.0 s. Visits: 4, new articles: 1, changed: 2, failed: 0.",
                "Information: A pass of 2.0 s. Visits: 0, new articles: 0, changed: 0, failed: 0.",
            ],
            _lines);
    }

    [Fact]
    public void A_feed_that_fails_is_named_once_and_once_more_when_it_is_read_again()
    {
        Pass(Feed(CheckKind.Failed), Of(CheckKind.Failed, "a"));
        Pass(Feed(CheckKind.Failed));
        Pass(Feed(CheckKind.FeedRead));
        Pass(Feed(CheckKind.Unchanged));
        Pass(Feed(CheckKind.Failed));

        Assert.Equal(
            ["Warning", "Information", "Warning"],
            _lines.Where(line => line.Contains("news.example", StringComparison.Ordinal))
                .Select(line => line.Split(':')[0]));
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => _lines.Add($"{logLevel}: {formatter(state, exception)}");

    private static CheckOutcome Feed(CheckKind kind) => Of(kind, article: null);

    private static CheckOutcome Of(CheckKind kind, string? article) => new()
    {
        Kind = kind,
        Url = new Uri("https://news.example/feed"),
        ArticleId = article,
        Status = FetchStatus.Fetched,
        CheckedAt = DateTimeOffset.UnixEpoch,
    };

    private void Pass(params CheckOutcome[] outcomes)
    {
        _report.Begin();
        Array.ForEach(outcomes, _report.Note);
        _clock.Advance(TimeSpan.FromSeconds(2));
        _report.End();
    }
}

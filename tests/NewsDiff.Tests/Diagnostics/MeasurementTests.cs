using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsDiff.Diagnostics;
using NewsDiff.Tests.Tracking;

namespace NewsDiff.Tests.Diagnostics;

public sealed class MeasurementTests
{
    private readonly string _host = $"{Guid.NewGuid():N}.example";

    [Fact]
    public async Task Requests_and_versions_are_counted_without_hosts()
    {
        ConcurrentQueue<string> counted = [];
        using MeterListener listener = Listening.ToOwn((instrument, value, tags) =>
        {
            if (instrument is Counter<long>)
            {
                counted.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.Select(tag => tag.Value))}");
            }
        });

        await CheckTwiceAsync();

        Assert.Equal(
            [
                "newsdiff.fetch.results 1 Fetched article",
                "newsdiff.fetch.results 1 TimedOut article",
                "newsdiff.versions.appended 1 ",
            ],
            counted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_histogram_advises_its_bounds()
    {
        ConcurrentDictionary<string, int> bounds = [];
        using MeterListener listener = Listening.ToOwn((instrument, _, _) =>
        {
            if (instrument is Histogram<double> histogram)
            {
                bounds[instrument.Name] = histogram.Advice?.HistogramBucketBoundaries?.Count ?? 0;
            }
        });

        await CheckTwiceAsync();

        Assert.NotEmpty(bounds);
        Assert.All(bounds, histogram => Assert.True(histogram.Value > 0, histogram.Key));
    }

    [Fact]
    public async Task The_checks_of_a_pass_belong_to_its_activity()
    {
        ConcurrentQueue<Activity> ended = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == NewsDiffDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var room = new Newsroom();
        for (int i = 0; i < 3; i++)
        {
            room.Site.Publish(new Uri($"https://{_host}/{i}"), $"Number {i}", "Text.");
            await room.Tracker.CheckArticleAsync(new Uri($"https://{_host}/{i}"), Newsroom.Stop);
        }

        ended.Clear();
        await room.Tracker.CheckAllAsync(Newsroom.Stop).ToListAsync(Newsroom.Stop);

        Activity[] checks = [.. ended.Where(activity => _host.Equals(activity.GetTagItem("server.address")))];
        Activity pass = Assert.Single(ended, activity => activity.SpanId == checks[0].ParentSpanId);
        Assert.Equal(("newsdiff.pass", "all"), (pass.OperationName, pass.GetTagItem("newsdiff.pass.kind")));
        Assert.Equal(3, pass.GetTagItem("newsdiff.pass.visits"));
        Assert.Equal(3, checks.Length);
        Assert.All(checks, check => Assert.Equal(pass.SpanId, check.ParentSpanId));
    }

    [Fact]
    public async Task Each_check_is_an_activity_and_a_failed_one_an_error()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == NewsDiffDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (_host.Equals(activity.GetTagItem("server.address")))
                {
                    ended.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        await CheckTwiceAsync();

        Assert.All(ended, activity => Assert.Equal("newsdiff.check", activity.OperationName));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], ended.Select(activity => activity.Status));
        Assert.Equal(["FirstSeen", "Failed"], ended.Select(activity => activity.GetTagItem("newsdiff.check.kind")));
    }

    private async Task CheckTwiceAsync()
    {
        var room = new Newsroom();
        var url = new Uri($"https://{_host}/story");
        room.Site.Publish(url, "One", "Text.");
        await room.Tracker.CheckArticleAsync(url, Newsroom.Stop);
        room.Site.Answer(url, FetchStatus.TimedOut);
        await room.Tracker.CheckArticleAsync(url, Newsroom.Stop);
    }
}

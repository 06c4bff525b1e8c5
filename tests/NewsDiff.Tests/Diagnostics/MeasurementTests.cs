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
    public async Task Requests_and_versions_are_counted_by_host()
    {
        using var listener = new MeterListener();
        var counted = new ConcurrentQueue<string>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == NewsDiffDiagnostics.MeterName)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            Dictionary<string, object?> tag = tags.ToArray().ToDictionary();
            if (_host.Equals(tag["server.address"]))
            {
                counted.Enqueue(
                    $"{instrument.Name} {value} {tag.GetValueOrDefault("newsdiff.fetch.status")} "
                    + $"{tag.GetValueOrDefault("newsdiff.target")}");
            }
        });
        listener.Start();

        await CheckTwiceAsync();

        Assert.Equal(
            [
                "newsdiff.fetch.results 1 Fetched article",
                "newsdiff.fetch.results 1 TimedOut article",
                "newsdiff.versions.appended 1  ",
            ],
            counted.Order(StringComparer.Ordinal));
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

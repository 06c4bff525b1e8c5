using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsDiff.Diagnostics;
using NewsDiff.TestSupport.Scenarios;

namespace NewsDiff.Tests.Diagnostics;

public sealed class FetchMeasurementTests
{
    private readonly string _host = $"{Guid.NewGuid():N}.example";

    [Fact]
    public async Task Waiting_and_bodies_are_measured_without_hosts_and_fetches_by_how_they_ended()
    {
        ConcurrentQueue<string> measured = [];
        using MeterListener listener = Listening.ToOwn(
            (instrument, value, tags) => measured.Enqueue(
                $"{instrument.Name} {instrument.Unit} {(instrument.Unit == "s" ? "" : value)} "
                + string.Join(' ', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value))));

        await FetchAsync();

        int length = System.Text.Encoding.UTF8.GetByteCount(ScenarioStage.Story);
        Assert.Contains($"http.client.response.body.size By {length} GET 200", measured);
        Assert.Equal(3, measured.Count(measure => measure == "newsdiff.fetch.wait.duration s  "));
        Assert.Contains("newsdiff.fetch.duration s  Fetched article", measured);
        Assert.Contains("newsdiff.fetch.duration s  NotFound feed", measured);
        Assert.DoesNotContain(measured, measure => measure.Contains(_host, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_fetch_is_an_activity_that_names_the_host_and_how_it_ended()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == NewsDiffDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (_host.Equals(activity.GetTagItem("server.address")))
                {
                    activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        await FetchAsync();

        Assert.Equal(["newsdiff.fetch", "newsdiff.fetch"], activities.Select(activity => activity.OperationName));
        Assert.Equal([200, 404], activities.Select(activity => activity.GetTagItem("http.response.status_code")));
        Assert.Equal([null, "NotFound"], activities.Select(activity => activity.GetTagItem("error.type")));
        Assert.DoesNotContain(
            activities,
            activity => activity.TagObjects.Any(
                tag => tag.Value is string text && text.Contains("/story", StringComparison.Ordinal)));
    }

    private async Task FetchAsync()
    {
        await using var stage = new ScenarioStage();
        stage.Network.Place(_host, stage.Site.Port);
        await stage.Articles.FetchAsync(
            FetchRequest.For(new Uri($"http://{_host}/story")), TestContext.Current.CancellationToken);
        await stage.FetchFeedAsync($"http://{_host}/nothing");
    }
}

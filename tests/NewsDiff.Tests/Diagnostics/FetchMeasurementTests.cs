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
    public async Task Waiting_and_bodies_are_measured_by_host_and_fetches_by_how_they_ended()
    {
        using var listener = new MeterListener();
        var measured = new ConcurrentQueue<string>();
        var ended = new ConcurrentQueue<string>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name is NewsDiffDiagnostics.MeterName or "System.Net.Http")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            Dictionary<string, object?> tag = tags.ToArray().ToDictionary();
            if (_host.Equals(tag.GetValueOrDefault("server.address")))
            {
                measured.Enqueue(
                    $"{instrument.Name} {instrument.Unit} {value} {tag.GetValueOrDefault("http.response.status_code")}");
            }
        });
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            Dictionary<string, object?> tag = tags.ToArray().ToDictionary();
            if (_host.Equals(tag.GetValueOrDefault("server.address")))
            {
                measured.Enqueue($"{instrument.Name} {instrument.Unit}");
            }
            else if (instrument.Name == "newsdiff.fetch.duration")
            {
                ended.Enqueue($"{tag["newsdiff.target"]} {tag["newsdiff.fetch.status"]}");
            }
        });
        listener.Start();

        await FetchAsync();

        int length = System.Text.Encoding.UTF8.GetByteCount(ScenarioStage.Story);
        Assert.Contains($"http.client.response.body.size By {length} 200", measured);
        Assert.Equal(3, measured.Count(measure => measure == "newsdiff.fetch.wait.duration s"));
        Assert.Contains("http.client.request.duration s", measured);
        Assert.Contains("article Fetched", ended);
        Assert.Contains("feed NotFound", ended);
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

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Events;

namespace NewsDiff.Hosting.Tests.Testing;

/// <summary>A pass made by hand does what a running host does, and says what is wrong.</summary>
public sealed class RunPassTests
{
    private static readonly Uri Feed = new("https://news.example/feed");

    private readonly ScriptedFetcher _site = new();
    private readonly Article _ferry = SampleNews.Article("Ferry stops for the winter");

    public RunPassTests() => _site.Publish(_ferry).Announce(Feed, _ferry);

    [Fact]
    public async Task What_changes_between_two_passes_is_found_delivered_and_returned()
    {
        var recorder = new Recorder();
        using IHost host = Build(recorder);

        PassResult first = await host.Services.RunPassAsync();
        _site.Publish(_ferry with { Title = "Ferry sails again" });
        PassResult second = await host.Services.RunPassAsync();
        PassResult third = await host.Services.RunPassAsync();

        Assert.Equal([CheckKind.FeedRead, CheckKind.FirstSeen], first.Outcomes.Select(outcome => outcome.Kind));
        Assert.Equal("Ferry sails again", Assert.Single(second.Changes).After.Article.Title);
        Assert.Equal([ArticleEventKind.FirstSeen, ArticleEventKind.Changed], recorder.Kinds);
        Assert.Equal((1, 1, 0), (first.Delivered, second.Delivered, third.Delivered));
        Assert.Empty(third.Changes);
        Assert.Empty(third.Failed);
    }

    [Fact]
    public async Task Articles_of_the_same_making_are_articles_of_their_own()
    {
        Article[] articles =
            [.. Enumerable.Range(1, 40).Select(number => SampleNews.Article($"Headline {number} of the day"))];
        Array.ForEach(articles, article => _site.Publish(article));
        _site.Announce(Feed, articles);
        using IHost host = Build();

        PassResult first = await host.Services.RunPassAsync();
        Array.ForEach(articles, article => _site.Publish(article with { Title = article.Title + ", corrected" }));
        PassResult second = await host.Services.RunPassAsync();

        Assert.Equal(40, first.Outcomes.Count(outcome => outcome.Kind == CheckKind.FirstSeen));
        Assert.Equal(40, second.Changes.Length);
    }

    [Fact]
    public async Task A_page_that_is_gone_on_two_days_has_vanished()
    {
        var recorder = new Recorder();
        using IHost host = Build(recorder);
        await host.Services.RunPassAsync();

        _site.Answer(_ferry.Url, FetchStatus.Gone);
        PassResult today = await host.Services.RunPassAsync();
        _site.Clock.Advance(TimeSpan.FromDays(1));
        PassResult tomorrow = await host.Services.RunPassAsync();

        Assert.DoesNotContain(today.Outcomes, outcome => outcome.Kind == CheckKind.Vanished);
        Assert.Contains(tomorrow.Outcomes, outcome => outcome.Kind == CheckKind.Vanished);
        Assert.Equal([ArticleEventKind.FirstSeen, ArticleEventKind.Vanished], recorder.Kinds);
    }

    [Fact]
    public async Task An_event_that_fails_comes_again_in_the_same_pass_with_the_same_id()
    {
        int failures = 2;
        var failing = new Recorder(
            (_, _) => failures-- > 0 ? throw new IOException("No route.") : ValueTask.CompletedTask);
        var other = new Recorder { Name = "other" };
        using IHost host = Build(failing, other);

        PassResult pass = await host.Services.RunPassAsync();

        Assert.Equal(3, failing.Heard.Count);
        Assert.Single(failing.Heard.Select(notice => notice.Event.Id).Distinct());
        Assert.Single(other.Heard);
        Assert.Equal(2, pass.Delivered);
        Assert.Empty(pass.DeadLetters);
        Assert.Empty(pass.Waiting);
    }

    [Fact]
    public async Task An_event_that_always_fails_is_put_aside_and_the_next_one_follows()
    {
        var failing = new Recorder((notice, _) => notice.Event.Kind == ArticleEventKind.FirstSeen
            ? throw new IOException("No route.")
            : ValueTask.CompletedTask);
        using IHost host = Build(failing);

        PassResult first = await host.Services.RunPassAsync();
        _site.Publish(_ferry with { Title = "Ferry sails again" });
        PassResult second = await host.Services.RunPassAsync();

        DeadLetter letter = Assert.Single(first.DeadLetters);
        Assert.Equal(("recorder", 12, "No route."), (letter.Handler, letter.Attempts, letter.Reason));
        Assert.Contains("Put aside by recorder: No route.", first.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, 1), (first.Delivered, second.Delivered));
        Assert.Empty(second.DeadLetters);
    }

    [Fact]
    public async Task What_a_handler_postpones_waits_for_its_time()
    {
        DateTimeOffset morning = _site.Clock.Now.AddHours(7);
        var quiet = new Recorder((_, _) => _site.Clock.Now < morning
            ? throw new HandlerPostponedException(morning, "Quiet hours.")
            : ValueTask.CompletedTask);
        using IHost host = Build(quiet);

        PassResult night = await host.Services.RunPassAsync();
        PassResult later = await host.Services.RunPassAsync();
        _site.Clock.Advance(TimeSpan.FromHours(7));
        PassResult day = await host.Services.RunPassAsync();

        Assert.Equal((morning, "Quiet hours."), Waits(night));
        Assert.Equal((morning, "Quiet hours."), Waits(later));
        Assert.Equal((0, 0, 1), (night.Delivered, later.Delivered, day.Delivered));
        Assert.Empty(day.Waiting);
        Assert.Equal(2, quiet.Heard.Count);
    }

    [Fact]
    public async Task Only_what_is_due_by_the_clock_happens_if_a_test_wants_that()
    {
        int failures = 1;
        var failing = new Recorder(
            (_, _) => failures-- > 0 ? throw new IOException("No route.") : ValueTask.CompletedTask);
        using IHost host = Build(failing);

        PassResult first = await host.Services.RunPassAsync(dueOnly: true);
        PassResult none = await host.Services.RunPassAsync(dueOnly: true);
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        PassResult second = await host.Services.RunPassAsync(dueOnly: true);
        _site.Clock.Advance(TimeSpan.FromDays(3));
        PassResult third = await host.Services.RunPassAsync(dueOnly: true);

        Assert.Equal((_site.Clock.Now.AddDays(-3), "No route."), Waits(first));
        Assert.Equal((0, 1), (none.Delivered, second.Delivered));
        Assert.Equal(
            [2, 0, 0, 2],
            ((PassResult[])[first, none, second, third]).Select(pass => pass.Outcomes.Length));
    }

    [Fact]
    public async Task A_host_that_has_started_makes_no_pass_by_itself()
    {
        var recorder = new Recorder();
        using IHost host = Build(recorder);
        await host.StartAsync(TestContext.Current.CancellationToken);
        _site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(_site.Requests);

        PassResult pass = await host.Services.RunPassAsync();
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, pass.Outcomes.Length);
        Assert.Single(recorder.Heard);
        InvalidOperationException thrown =
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.Services.RunPassAsync());
        Assert.Contains("has stopped", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tracker_with_a_name_has_passes_of_its_own()
    {
        var recorder = new Recorder();
        using ServiceProvider services = new ServiceCollection()
            .AddNewsDiff("sports", options => options.Feeds.Add(Feed))
            .AddScriptedFetcher(_site, "sports")
            .AddKeyedSingleton<IArticleChangeHandler>("sports", recorder)
            .BuildServiceProvider();

        await services.RunPassAsync("sports");

        Assert.Single(recorder.Heard);
        InvalidOperationException thrown =
            await Assert.ThrowsAsync<InvalidOperationException>(() => services.RunPassAsync());
        Assert.Contains("Registered: sports.", thrown.Message, StringComparison.Ordinal);
    }

    private static (DateTimeOffset?, string?) Waits(PassResult pass)
    {
        EventDelivery waiting = Assert.Single(pass.Waiting);
        return (waiting.RetryAt, waiting.LastReason);
    }

    private IHost Build(params IArticleChangeHandler[] handlers)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddNewsDiff(options => options.Feeds.Add(Feed)).AddScriptedFetcher(_site);
        Array.ForEach(handlers, handler => builder.Services.AddSingleton(handler));
        return builder.Build();
    }
}

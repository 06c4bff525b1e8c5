using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Extraction;

namespace NewsDiff.Hosting.Tests;

/// <summary>The setting <c>Rules</c>, and what a mistyped setting is answered.</summary>
public sealed class RulesSettingTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void The_extractor_follows_the_rules_of_the_named_file()
    {
        File.WriteAllText(_file, """{ "example.org": { "title": ".own" } }""");
        using ServiceProvider provider = Services().BuildServiceProvider();

        IArticleExtractor? extractor = EffectiveOptions.Extractor(new TrackerServices(provider, name: null));

        var page = new ExtractionRequest
        {
            Url = new Uri("https://example.org/story"),
            Html = $"""
                <html><body><article><h1>Generic</h1><p class=own>By rule</p>
                <p>{string.Join(' ', Enumerable.Repeat("The council met and voted on the plan.", 12))}</p>
                <p>{string.Join(' ', Enumerable.Repeat("Residents had asked for it for years.", 12))}</p>
                </article></body></html>
                """,
        };
        ExtractionResult result = extractor!.Extract(page, TestContext.Current.CancellationToken);

        Assert.Equal("By rule", result.Article?.Title);
    }

    [Fact]
    public async Task Rules_that_an_extractor_of_the_host_would_not_follow_are_refused()
    {
        await File.WriteAllTextAsync(
            _file, """{ "example.org": { "title": ".own" } }""", TestContext.Current.CancellationToken);

        Exception refusal = await ConfiguredHost.RefusalAsync(
            ConfiguredHost.Configuration(("NewsDiff:Rules", _file)),
            services => services.AddNewsDiff().AddSingleton<IArticleExtractor>(new HtmlArticleExtractor()));

        Assert.Contains("IArticleExtractor is registered as a service", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("NewsDiff:Rules", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Contakt", "Did you mean Contact?")]
    [InlineData("Fetch:RespectRobot", "Did you mean RespectRobots?")]
    [InlineData("Colour", null)]
    public async Task A_mistyped_setting_is_answered_with_the_nearest_one(string key, string? hint)
    {
        Exception refusal = await ConfiguredHost.RefusalAsync(
            ConfiguredHost.Configuration(($"NewsDiff:{key}", "x")), services => services.AddNewsDiff());

        Assert.Contains($"NewsDiff:{key} is not a setting.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(hint is not null, refusal.Message.Contains("Did you mean", StringComparison.Ordinal));
        Assert.Contains(hint ?? "", refusal.Message, StringComparison.Ordinal);
    }

    private IServiceCollection Services() => new ServiceCollection()
        .AddSingleton(ConfiguredHost.Configuration(("NewsDiff:Rules", _file)))
        .AddNewsDiff();
}

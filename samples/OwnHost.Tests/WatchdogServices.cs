using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Hosting;

namespace NewsDiff.Samples.OwnHost;

/// <summary>What the bot consists of, for its <c>Program.cs</c> and for its tests.</summary>
public static class WatchdogServices
{
    /// <summary>The feed that the bot follows.</summary>
    public static Uri Feed { get; } = new("https://news.example/feed");

    /// <summary>Registers the bot; its host adds the chat.</summary>
    public static IServiceCollection AddWatchdog(this IServiceCollection services) => services
        .AddNewsDiff(options =>
        {
            options.Feeds.Add(Feed);
            options.Tracker = options.Tracker with { ArticlePolicy = new OneWeek() };
        })
        .AddSingleton<IArticleChangeHandler, PostHeadlines>();
}

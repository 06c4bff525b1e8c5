using NewsDiff.Feeds;

namespace NewsDiff.Tests.Tracking;

/// <summary>Short words for what a scripted site says.</summary>
internal static class Scripts
{
    /// <summary>The answer "says this" for an article.</summary>
    public static FetchResult Says(Uri url, string title, params string[] paragraphs) => new()
    {
        Status = FetchStatus.Fetched,
        Url = url,
        Article = new Article { Url = url, Title = title, Paragraphs = [.. paragraphs.Select(Paragraph.FromString)] },
        ExtractorVersion = 1,
        HttpStatusCode = 200,
    };

    public static void Publish(this ScriptedFetcher site, Uri url, string title, params string[] paragraphs) =>
        site.Publish(Says(url, title, paragraphs).Article!);

    public static void Answer(this ScriptedFetcher site, Uri url, FetchResult result) =>
        site.Answer(url, (_, _) => Task.FromResult(result));

    public static void Announce(this ScriptedFetcher site, Uri feed, params Uri[] articles) => site.Announce(
        feed,
        new Feed
        {
            Title = "News",
            Entries = [.. articles.Select(url => new FeedEntry { Link = url, Id = url.AbsoluteUri })],
        });

    public static void AnswerFeed(this ScriptedFetcher site, Uri feed, Func<FeedResult> answer) =>
        site.AnswerFeed(feed, (_, _) => Task.FromResult(answer()));
}

using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Xss;

/// <summary>A store whose every field is a text that means harm.</summary>
/// <remarks>
/// Articles hold many such texts, in all fields that take several. Feeds have some of them as title, source and reason
/// of a failure. In a store with single ones, each text alone is also a headline, a source, a doubt, the reason of a
/// takedown, the title of a feed, and the reason why that feed fails.
/// </remarks>
internal sealed class HostileStore
{
    /// <summary>How many texts the title of a feed holds: a page shows the failures of 100 feeds.</summary>
    private const int TextsOfFeed = 60;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly ParagraphKind[] Kinds = Enum.GetValues<ParagraphKind>();

    private int _articles;

    internal InMemoryVersionStore Store { get; } = new();

    /// <summary>The ids of articles that hold many texts.</summary>
    internal List<string> Full { get; } = [];

    /// <summary>The ids of articles whose headline is one text.</summary>
    internal List<string> Single { get; } = [];

    /// <summary>Fills a store.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="textsOfArticle">How many texts one article holds.</param>
    /// <param name="hasSingle">Whether each text is also alone in an article and a feed.</param>
    internal static async Task<HostileStore> FillAsync(
        ImmutableArray<string> texts, int textsOfArticle, bool hasSingle)
    {
        var hostile = new HostileStore();
        foreach (string[] some in texts.Chunk(textsOfArticle))
        {
            await hostile.AddFullAsync(some);
        }

        string[] feeds = [.. texts.Chunk(TextsOfFeed).Select(static some => string.Join(' ', some))];
        foreach (string text in hasSingle ? texts : [])
        {
            await hostile.AddSingleAsync(text);
        }

        foreach ((int number, string text) in feeds.Concat(hasSingle ? texts : []).Index())
        {
            await hostile.AddFeedAsync(number, text, failures: number < feeds.Length ? 3 : 2);
        }

        return hostile;
    }

    private async Task AddFullAsync(string[] texts)
    {
        string all = string.Join(' ', texts);
        (string id, Uri url) = await RegisterAsync(all);
        Article article = new()
        {
            Url = url,
            Title = all,
            Paragraphs = [.. texts.Select((text, i) => new Paragraph(text) { Kind = Kinds[i % Kinds.Length] })],
            Authors = [.. texts],
            Captions = [.. texts],
            Section = all,
            Summary = all,
            SiteName = all,
            Language = texts[0],
            Links = [.. texts.Select(AddressOf).OfType<Uri>()],
            LeadImageUrl = texts.Select(AddressOf).FirstOrDefault(address => address is not null),
        };

        // Each text is deleted as a whole, inserted as a whole, kept, and cut by an edit at its first word.
        Article changed = article with
        {
            Title = all + "!",
            Paragraphs =
            [
                .. article.Paragraphs.Select((paragraph, i) => i % 3 == 0
                    ? paragraph with { Text = $"Now {paragraph.Text} then" }
                    : paragraph).Where((_, i) => i % 5 != 1).Reverse(),
                .. texts.Select(text => new Paragraph($"{text} {text}")),
            ],
            Authors = [.. texts.Reverse().Skip(1)],
            Captions = [.. texts.Select(text => text + ".")],
            Section = "News",
            Summary = all + "?",
        };
        await AppendAsync(id, article, all);
        await AppendAsync(id, changed, all);
        Full.Add(id);
    }

    private async Task AddSingleAsync(string text)
    {
        (string id, Uri url) = await RegisterAsync(text);
        Article article = new() { Url = url, Title = text, Paragraphs = [new Paragraph("A gull sat on a quay.")] };
        await AppendAsync(id, article, text);
        await AppendAsync(id, article with { Title = text + " 2" }, text);
        Article later = article with { Title = text, Paragraphs = [new Paragraph($"A gull {text} flew.")] };
        await AppendAsync(id, later, text);
        var first = new VersionQuery { ArticleId = id, FromNumber = 1, ToNumber = 1 };
        await Store.HideAsync(first, text, text, Start.AddDays(9).AddSeconds(_articles));
        Single.Add(id);
    }

    private async Task AddFeedAsync(int number, string text, int failures)
    {
        var url = new Uri($"https://feeds.example/{number}");
        await Store.AddSubscriptionAsync(new Subscription { Url = url, AddedAt = Start, Title = text, Source = text });
        await Store.SaveVisitAsync(new Visit
        {
            Kind = VisitKind.Feed,
            Target = url.AbsoluteUri,
            Url = url,
            LastVisitedAt = Start,
            Failures = failures,
            LastReason = text,
        });
    }

    private async Task<(string Id, Uri Url)> RegisterAsync(string source)
    {
        var url = new Uri($"https://news.example/{_articles++}");
        TrackedArticle article = await Store.RegisterAsync(
            new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = Start, Source = source });
        await Store.SaveVisitAsync(new Visit
        {
            Kind = VisitKind.Article,
            Target = article.Id,
            Url = url,
            LastVisitedAt = Start,
            Failures = 1,
            LastReason = source,
        });
        return (article.Id, url);
    }

    private async Task AppendAsync(string id, Article article, string doubt) => await Store.AppendAsync(new VersionDraft
    {
        ArticleId = id,
        Article = article,
        SeenAt = Start.AddSeconds(_articles),
        Doubt = doubt,
        By = doubt,
        Container = doubt,
    });

    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : null;
}

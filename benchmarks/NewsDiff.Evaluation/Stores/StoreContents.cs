using System.Collections.Immutable;
using System.Diagnostics;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Stores;

/// <summary>A year of a thousand sites, the same on every run: half of the articles are on twenty of them.</summary>
/// <param name="articles">How many articles.</param>
/// <param name="versions">How many versions they have together.</param>
internal sealed class StoreContents(int articles, int versions)
{
    internal const int Sites = 1_000;
    internal static readonly DateTimeOffset Start = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
    internal static readonly DateTimeOffset End = Start.AddYears(1);

    private const int LargeSites = 20;
    private const int Words = 400;
    private const int Parallel = 4;
    private static readonly string[] Vocabulary = [.. Enumerable.Range(1, 4_000).Select(WordOf)];

    internal int Articles => articles;

    internal int Versions => versions;

    internal static string KeyOf(int article) => $"{UrlOf(article)}";

    internal static string SiteOf(int article)
    {
        (int half, int isSmall) = Math.DivRem(article, 2);
        int site = isSmall == 0 ? half % LargeSites : LargeSites + (half % (Sites - LargeSites));
        return $"www.site{site}.example";
    }

    internal static Uri UrlOf(int article) =>
        new($"https://{SiteOf(article)}/news/2025/politics/a-headline-of-some-length-in-an-address-{article}");

    internal static Uri FeedOf(int article) => new($"https://{SiteOf(article)}/feeds/news.xml");

    internal static string IdOf(int article) => ArticleRegistration.ComputeId(KeyOf(article));

    internal static ArticleRegistration RegistrationOf(int article, DateTimeOffset seenAt) => new()
    {
        Keys = [KeyOf(article), $"guid:{SiteOf(article)}:{article}"],
        Url = UrlOf(article),
        SeenAt = seenAt,
        Source = $"source{article % 100}",
        FeedUrl = FeedOf(article),
    };

    /// <summary>The text of an article after so many edits.</summary>
    internal static VersionDraft DraftOf(int article, int edits, DateTimeOffset seenAt)
    {
        var random = new Random(article);
        List<string[]> paragraphs = [];
        for (int words = 0; words < Words; words += 40)
        {
            paragraphs.Add([.. Enumerable.Range(0, 40).Select(_ => Word(random))]);
        }

        for (int edit = 0; edit < edits; edit++)
        {
            string[] edited = paragraphs[random.Next(paragraphs.Count)];
            for (int i = random.Next(edited.Length - 8), last = i + 8; i < last; i++)
            {
                edited[i] = Word(random);
            }
        }

        return new VersionDraft
        {
            ArticleId = IdOf(article),
            SeenAt = seenAt,
            ExtractorVersion = 3,
            Container = "main>article>div.body",
            Article = new Article
            {
                Url = UrlOf(article),
                Title = string.Join(' ', paragraphs[0].Take(9)),
                Paragraphs = [.. paragraphs.Select(words => new Paragraph(string.Join(' ', words)))],
                Authors = ["A. Writer"],
                SiteName = SiteOf(article),
            },
        };
    }

    internal async Task FillAsync(
        IVersionStore store, IArticleCatalog catalog, IVisitStore visits, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var random = new Random(1);
        int[] edits = new int[articles];
        int known = 0;
        List<Task> running = [];
        for (int i = 0; i < versions; i++)
        {
            DateTimeOffset seenAt = Start + ((End - Start) * ((double)i / versions));
            bool isNew = known == 0 || (long)i * articles / versions >= known;
            int article = isNew ? known++ : Math.Max(0, known - 1 - (int)(-Math.Log(1 - random.NextDouble()) * 3_000));
            int edit = edits[article]++;
            int lane = i % Parallel;
            running.Add(AddAsync(article, edit, seenAt));
            if (lane == Parallel - 1)
            {
                await Task.WhenAll(running);
                running.Clear();
            }

            if (i % 100_000 == 0)
            {
                Console.Error.WriteLine($"{i} versions after {clock.Elapsed.TotalSeconds:f0} s");
            }
        }

        await Task.WhenAll(running);
        Console.Error.WriteLine($"filled in {clock.Elapsed.TotalSeconds:f0} s");

        async Task AddAsync(int article, int edit, DateTimeOffset seenAt)
        {
            if (edit == 0)
            {
                await catalog.RegisterAsync(RegistrationOf(article, seenAt), token);
                await visits.SaveVisitAsync(
                    new Visit
                    {
                        Kind = VisitKind.Article,
                        Target = IdOf(article),
                        Url = UrlOf(article),
                        DueAt = End.AddSeconds(-article),
                    },
                    token);
                if (article < Sites * 2)
                {
                    await visits.SaveVisitAsync(
                        new Visit
                        {
                            Kind = VisitKind.Feed,
                            Target = FeedOf(article).AbsoluteUri,
                            Url = FeedOf(article),
                            DueAt = End,
                        },
                        token);
                }
            }

            await store.AppendAsync(DraftOf(article, edit, seenAt), token);
        }
    }

    // Zipf's law: the n-th word is about n times rarer than the first.
    private static string Word(Random random) =>
        Vocabulary[(int)Math.Pow(Vocabulary.Length, random.NextDouble()) - 1];

    private static string WordOf(int rank)
    {
        ImmutableArray<string> syllables =
            ["ka", "ro", "mi", "te", "nu", "sa", "le", "vo", "di", "pa", "ger", "tor", "min", "sel"];
        string word = "";
        for (int n = rank; n > 0; n /= syllables.Length)
        {
            word += syllables[n % syllables.Length];
        }

        return word;
    }
}

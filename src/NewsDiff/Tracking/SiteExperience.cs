using System.Collections.Immutable;
using NewsDiff.Identity;
using NewsDiff.Tracking.Articles;

namespace NewsDiff.Tracking;

/// <summary>What a tracker has learned about sites; bounded, and learned again after a restart.</summary>
/// <remarks>Instances are safe for concurrent use.</remarks>
internal sealed class SiteExperience
{
    /// <summary>The maximum number of sites; the one learned first is forgotten first.</summary>
    private const int MostSites = 1024;

    /// <summary>The maximum number of texts of a site, which take about 200 bytes each.</summary>
    private const int MostTexts = 256;

    /// <summary>The smallest share of common words that makes two texts the same.</summary>
    private const double LeastResemblance = 0.8;

    /// <summary>The minimum number of words that identify a story; short notices are alike.</summary>
    private const int LeastTwinWords = 40;

    /// <summary>The minimum number of words by which an article that had the same text is known.</summary>
    private const int LeastOwnWords = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Site> _sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _names = [];

    /// <summary>Notes that a site sent the same validator with two different texts.</summary>
    public void NoteLie(Uri url, DateTimeOffset now)
    {
        lock (_gate)
        {
            SiteOf(url).CaughtAt = now;
        }
    }

    /// <summary>When a site was caught saying "not modified" wrongly, or null.</summary>
    public DateTimeOffset? CaughtAt(Uri url)
    {
        lock (_gate)
        {
            return _sites.GetValueOrDefault(url.Authority)?.CaughtAt;
        }
    }

    /// <summary>Whether to learn the stored texts of a site now; true only at the first call for a site.</summary>
    public bool BeginToLearn(Uri url)
    {
        lock (_gate)
        {
            Site site = SiteOf(url);
            bool isFirst = !site.IsLearned;
            site.IsLearned = true;
            return isFirst;
        }
    }

    /// <summary>Learns the latest stored text of an article, unless it was seen since.</summary>
    public void Learn(ArticleVersion latest)
    {
        (string id, Uri url) = (latest.ArticleId, latest.Article.Url);
        ImmutableArray<uint> sketch = TextSketch.Of(latest.Article);
        lock (_gate)
        {
            List<Text> texts = SiteOf(url).Texts;
            if (texts.Count < MostTexts && !texts.Exists(text => text.ArticleId == id))
            {
                // Inserted before the texts that were seen, so that it is forgotten first.
                texts.Insert(0, new Text(
                    id, url, ArticleKeys.Compute(url)[0], sketch, sketch, sketch, latest.Doubt is not null));
            }
        }
    }

    /// <summary>Notes the text that an article's address shows now.</summary>
    public void NoteText(Visit visit, FetchResult fetched, ImmutableArray<uint> sketch, bool isDoubted)
    {
        lock (_gate)
        {
            List<Text> texts = SiteOf(visit.Url).Texts;
            Text? before = texts.Find(text => text.ArticleId == visit.Target);
            ImmutableArray<uint> own = isDoubted && before is not null ? before.Own : sketch;
            ImmutableArray<uint> former =
                before is null ? own : own.SequenceEqual(before.Own) ? before.Former : before.Own;
            texts.RemoveAll(text => text.ArticleId == visit.Target);
            texts.Add(new Text(
                visit.Target, visit.Url, ArticleKeys.Compute(fetched.Url)[0], sketch, own, former, isDoubted));
            if (texts.Count > MostTexts)
            {
                texts.RemoveAt(0);
            }
        }
    }

    /// <summary>Finds another article of the site that showed the same text; null for none.</summary>
    /// <remarks>
    /// A text that was reached by a redirect from this article's own address does not count, nor does one of an article
    /// that had this article's text before: it is the same story under another address.
    /// </remarks>
    /// <param name="visit">The visit.</param>
    /// <param name="fetched">The result of the request.</param>
    /// <param name="sketch">The text that it found.</param>
    /// <param name="own">The article's text until now; null if it was never read: only doubted texts count.</param>
    public Uri? FindShared(Visit visit, FetchResult fetched, ImmutableArray<uint> sketch, ImmutableArray<uint>? own)
    {
        if (sketch.Length < TextSketch.FewestWords)
        {
            return null;
        }

        string address = ArticleKeys.Compute(visit.Url)[0];
        lock (_gate)
        {
            return _sites.GetValueOrDefault(visit.Url.Authority)?.Texts.Find(text => text.ArticleId != visit.Target
                && text.AnsweredBy != address
                && (own is { } known ? !IsTwin(text, known) : text.IsDoubted)
                && TextSketch.Resemblance(text.Sketch, sketch) >= LeastResemblance)?.Url;
        }
    }

    /// <summary>Finds the article of the site that shows nearly the same text, by its id; null for none.</summary>
    public string? FindTwin(Visit visit, ImmutableArray<uint> sketch)
    {
        if (sketch.Length < LeastTwinWords)
        {
            return null;
        }

        lock (_gate)
        {
            return _sites.GetValueOrDefault(visit.Url.Authority)?.Texts.Find(text => text.ArticleId != visit.Target
                && !text.IsDoubted
                && TextSketch.Resemblance(text.Sketch, sketch) >= LeastResemblance)?.ArticleId;
        }
    }

    private static bool IsTwin(Text text, ImmutableArray<uint> own) =>
        own.Length >= LeastOwnWords
        && (TextSketch.Resemblance(text.Own, own) >= LeastResemblance
            || TextSketch.Resemblance(text.Former, own) >= LeastResemblance);

    private Site SiteOf(Uri url)
    {
        if (!_sites.TryGetValue(url.Authority, out Site? site))
        {
            _names.Enqueue(url.Authority);
            _sites[url.Authority] = site = new Site();
            while (_sites.Count > MostSites && _names.TryDequeue(out string? first))
            {
                _sites.Remove(first);
            }
        }

        return site;
    }

    private sealed class Site
    {
        public DateTimeOffset? CaughtAt { get; set; }

        public bool IsLearned { get; set; }

        public List<Text> Texts { get; } = [];
    }

    /// <summary>What an article shows.</summary>
    /// <param name="ArticleId">The article.</param>
    /// <param name="Url">Its address.</param>
    /// <param name="AnsweredBy">The key of the address that answered.</param>
    /// <param name="Sketch">The text.</param>
    /// <param name="Own">The last text that was not doubted.</param>
    /// <param name="Former">The one before that.</param>
    /// <param name="IsDoubted">Whether the text is doubted.</param>
    private sealed record Text(
        string ArticleId,
        Uri Url,
        string AnsweredBy,
        ImmutableArray<uint> Sketch,
        ImmutableArray<uint> Own,
        ImmutableArray<uint> Former,
        bool IsDoubted);
}

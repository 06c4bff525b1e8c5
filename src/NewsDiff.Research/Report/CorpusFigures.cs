using System.Collections.Immutable;

namespace NewsDiff.Research.Report;

/// <summary>The counts of all articles.</summary>
internal sealed class CorpusFigures
{
    /// <summary>The most sources that are told apart, so that the memory has a bound.</summary>
    internal const int MaxSources = 200;

    /// <summary>What further sources are called together.</summary>
    internal const string OtherSources = "other sources";

    /// <summary>The actions, in the order in which they are shown.</summary>
    internal static readonly ImmutableArray<SentenceActions> Actions =
    [
        SentenceActions.Addition, SentenceActions.Deletion, SentenceActions.Edit, SentenceActions.Unchanged,
        SentenceActions.Split, SentenceActions.Merge, SentenceActions.Refactor,
    ];

    private const int MaxVersions = 50;

    internal long Articles { get; private set; }

    internal SortedDictionary<string, SourceFigures> Sources { get; } = new(StringComparer.Ordinal);

    internal SourceFigures All { get; } = new();

    /// <summary>How many articles have each number of versions; the last place is for all larger ones.</summary>
    internal long[] VersionCounts { get; } = new long[MaxVersions + 1];

    internal Ratio VersionsPerArticle { get; } = new();

    internal Delays Delays { get; } = new();

    /// <summary>Among changes: those of the headline, silent ones, corrections.</summary>
    internal (Ratio Headline, Ratio Silent, Ratio Correction) Shares { get; } = (new(), new(), new());

    /// <summary>The mean number of sentences of a change with each action.</summary>
    internal ImmutableArray<Ratio> PerChange { get; } = [.. Actions.Select(static _ => new Ratio())];

    /// <summary>In each tenth of an article, the share of the old sentences that did not stay.</summary>
    internal ImmutableArray<Ratio> Old { get; } = Parts();

    /// <summary>In each tenth of an article, the share of the new sentences that were added.</summary>
    internal ImmutableArray<Ratio> New { get; } = Parts();

    internal void Add(ArticleFigures article)
    {
        byte[] weights = Replicates.WeightsOf(article.Id);
        Articles++;
        All.Add(article);
        SourceOf(article.Host).Add(article);
        VersionCounts[Math.Min(article.Versions, MaxVersions)]++;
        VersionsPerArticle.Add(article.Versions, 1, weights);
        int changes = article.Changes.Length;
        if (changes == 0)
        {
            return;
        }

        Shares.Headline.Add(article.Changes.Count(static change => change.IsOfHeadline), changes, weights);
        Shares.Silent.Add(article.Changes.Count(static change => change.IsSilent), changes, weights);
        Shares.Correction.Add(article.Changes.Count(static change => change.IsCorrection), changes, weights);
        for (int i = 0; i < Actions.Length; i++)
        {
            PerChange[i].Add(article.Changes.Sum(change => change.Actions[i]), changes, weights);
        }

        for (int i = 0; i < ArticleFigures.Parts; i++)
        {
            AddPart(Old[i], article, change => change.Old[i], weights);
            AddPart(New[i], article, change => change.New[i], weights);
        }

        foreach (ChangeFigures change in article.Changes)
        {
            Delays.Add(change.Hours, weights);
        }
    }

    private static ImmutableArray<Ratio> Parts() =>
        [.. Enumerable.Range(0, ArticleFigures.Parts).Select(static _ => new Ratio())];

    private static void AddPart(
        Ratio ratio, ArticleFigures article, Func<ChangeFigures, (int Changed, int All)> partOf, byte[] weights) =>
        ratio.Add(
            article.Changes.Sum(change => partOf(change).Changed),
            article.Changes.Sum(change => partOf(change).All),
            weights);

    private SourceFigures SourceOf(string host)
    {
        string name = Sources.ContainsKey(host) || Sources.Count < MaxSources ? host : OtherSources;
        if (!Sources.TryGetValue(name, out SourceFigures? source))
        {
            Sources[name] = source = new SourceFigures();
        }

        return source;
    }
}

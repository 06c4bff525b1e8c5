using System.Collections.Immutable;
using NewsDiff.Research.Alignment;
using NewsDiff.Research.Sentences;

namespace NewsDiff.Research;

/// <summary>Which sentences of two versions belong together, and what happened to each.</summary>
/// <remarks>
/// Sentences that read the same are linked first. Between those that keep their order, the others are linked so that
/// the sum of their likeness is largest; a sentence may have several partners. Last, remaining sentences that are very
/// alike are linked out of order. Comparing backwards gives the mirror image. Instances are immutable.
/// </remarks>
public sealed class SentenceAlignment
{
    private readonly SentenceActions[] _old;
    private readonly SentenceActions[] _new;

    private SentenceAlignment(ImmutableArray<SentenceLink> links, int oldCount, int newCount)
    {
        Links = links;
        _old = new SentenceActions[oldCount];
        _new = new SentenceActions[newCount];
        foreach (SentenceLink link in links)
        {
            _old[link.Old] |= link.Actions;
            _new[link.New] |= link.Actions;
        }

        Fill(_old, SentenceActions.Deletion);
        Fill(_new, SentenceActions.Addition);
    }

    /// <summary>The links, by old sentence, then by new one.</summary>
    public ImmutableArray<SentenceLink> Links { get; }

    /// <summary>What happened to each old sentence.</summary>
    public ImmutableArray<SentenceActions> OldActions => [.. _old];

    /// <summary>What happened to each new sentence.</summary>
    public ImmutableArray<SentenceActions> NewActions => [.. _new];

    /// <summary>Aligns the sentences of two articles, each in its own language.</summary>
    /// <param name="before">The article before.</param>
    /// <param name="after">The article after.</param>
    /// <param name="options">How alike sentences must be; null for the defaults.</param>
    /// <returns>The alignment; indexes are those of <see cref="SentenceReader.Read(Article)"/>.</returns>
    /// <exception cref="ArgumentNullException">An article is null.</exception>
    public static SentenceAlignment Compute(Article before, Article after, SentenceAlignmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var texts = new SentenceTexts(before.Language == after.Language);
        return Compute(texts.Of(before), texts.Of(after), options);
    }

    /// <summary>Aligns two lists of sentences.</summary>
    /// <param name="before">The old sentences.</param>
    /// <param name="after">The new sentences.</param>
    /// <param name="options">How alike sentences must be; null for the defaults.</param>
    /// <returns>The alignment.</returns>
    public static SentenceAlignment Compute(
        ImmutableArray<string> before, ImmutableArray<string> after, SentenceAlignmentOptions? options = null)
    {
        before = before.IsDefault ? [] : before;
        after = after.IsDefault ? [] : after;
        var bags = new SentenceBags(before, after);
        List<(int Old, int New)> links = LinkFinder.Find(bags, options ?? SentenceAlignmentOptions.Default);
        return new SentenceAlignment(LinkActions.Describe(links, bags), before.Length, after.Length);
    }

    /// <summary>The number of old sentences with an action; for additions, of new sentences.</summary>
    /// <param name="action">One action.</param>
    /// <returns>The number.</returns>
    public int Count(SentenceActions action)
    {
        int count = 0;
        foreach (SentenceActions actions in action is SentenceActions.Addition or SentenceActions.Merge ? _new : _old)
        {
            count += actions.HasFlag(action) ? 1 : 0;
        }

        return count;
    }

    private static void Fill(SentenceActions[] actions, SentenceActions action)
    {
        for (int i = 0; i < actions.Length; i++)
        {
            actions[i] = actions[i] == SentenceActions.None ? action : actions[i];
        }
    }
}

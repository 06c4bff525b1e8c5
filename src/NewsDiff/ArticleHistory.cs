using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Provenance;

namespace NewsDiff;

/// <summary>All versions of one article in a store, oldest first, and their changes.</summary>
/// <remarks>Instances are immutable and safe to share.</remarks>
public sealed class ArticleHistory
{
    private readonly ImmutableArray<ArticleChange> _changes;

    /// <summary>Makes a history of versions.</summary>
    /// <param name="versions">Versions of one article in ascending order of number, at least one.</param>
    /// <param name="options">The options of the comparison; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="versions"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is none, they belong to several articles, or they are out of order.
    /// </exception>
    public ArticleHistory(IEnumerable<ArticleVersion> versions, DiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(versions);
        Versions = [.. versions];
        if (Versions.IsEmpty)
        {
            throw new ArgumentException("A history needs at least one version.", nameof(versions));
        }

        ImmutableArray<ArticleChange>.Builder changes = ImmutableArray.CreateBuilder<ArticleChange>();
        ArticleVersion? before = null;
        for (int i = 0; i < Versions.Length; i++)
        {
            if (i > 0 && Versions[i].Number <= Versions[i - 1].Number)
            {
                throw new ArgumentException(
                    $"The versions must be in ascending order, but version {Versions[i].Number} comes after version "
                    + $"{Versions[i - 1].Number}.",
                    nameof(versions));
            }

            if (Versions[i].HasText)
            {
                if (before is not null)
                {
                    changes.Add(new ArticleChange(before, Versions[i], options));
                }

                before = Versions[i];
            }
        }

        _changes = changes.DrainToImmutable();
    }

    /// <summary>The article's id in its store.</summary>
    public string ArticleId => Versions[0].ArticleId;

    /// <summary>The versions, oldest first; never empty.</summary>
    public ImmutableArray<ArticleVersion> Versions { get; }

    /// <summary>The first version seen.</summary>
    public ArticleVersion First => Versions[0];

    /// <summary>The current version.</summary>
    public ArticleVersion Latest => Versions[^1];

    /// <summary>The changes between consecutive versions, oldest first.</summary>
    /// <remarks>They are one fewer than the versions that still have their text.</remarks>
    public ImmutableArray<ArticleChange> Changes => _changes;

    /// <summary>Traces every word and paragraph through the versions.</summary>
    /// <returns>A tracer that has read all versions, and to which later ones can be added.</returns>
    public WordTracer Trace()
    {
        var tracer = new WordTracer();
        foreach (ArticleVersion version in Versions)
        {
            tracer.Add(version);
        }

        return tracer;
    }

    /// <summary>The history in one line, such as <c>ferry: 3 versions</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"{ArticleId}: {Versions.Length} version{(Versions.Length == 1 ? "" : "s")}");
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NewsDiff.Feeds;

/// <summary>Says which entries of a feed are wanted: those that some pattern includes, when there is any, and none excludes.</summary>
/// <remarks>Matching takes time in proportion to the text, whatever the pattern. Safe for concurrent use.</remarks>
public sealed class EntryFilter
{
    private readonly ImmutableArray<(EntryPart Part, Regex Expression)> _include;
    private readonly ImmutableArray<(EntryPart Part, Regex Expression)> _exclude;

    /// <summary>Makes a filter.</summary>
    /// <param name="include">The patterns of which one must match; none lets everything in.</param>
    /// <param name="exclude">The patterns of which none may match.</param>
    /// <exception cref="ArgumentException">An expression is wrong, or cannot be matched in bounded time.</exception>
    public EntryFilter(IEnumerable<EntryPattern>? include = null, IEnumerable<EntryPattern>? exclude = null)
    {
        _include = [.. (include ?? []).Select(Compile)];
        _exclude = [.. (exclude ?? []).Select(Compile)];
    }

    /// <summary>Whether an entry is wanted.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>True when it is included and not excluded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    public bool Allows(FeedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (_include.IsEmpty || _include.Any(pattern => Matches(pattern, entry)))
            && !_exclude.Any(pattern => Matches(pattern, entry));
    }

    private static bool Matches((EntryPart Part, Regex Expression) pattern, FeedEntry entry) => pattern.Part switch
    {
        EntryPart.Url => (entry.OriginalLink ?? entry.Link) is { } url && pattern.Expression.IsMatch(url.AbsoluteUri),
        EntryPart.Category => entry.Categories.Any(category => pattern.Expression.IsMatch(category)),
        _ => pattern.Expression.IsMatch(entry.Title),
    };

    private static (EntryPart Part, Regex Expression) Compile(EntryPattern pattern)
    {
        const RegexOptions Bounded = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        try
        {
            return (pattern.Part, new Regex(pattern.Expression, Bounded, Regex.InfiniteMatchTimeout));
        }
        catch (NotSupportedException fault)
        {
            throw new ArgumentException($"'{pattern.Expression}' cannot be matched in bounded time: {fault.Message}", nameof(pattern), fault);
        }
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace NewsDiff.Feeds;

/// <summary>Chooses entries of a feed by patterns.</summary>
/// <remarks>
/// An entry is wanted if an including pattern matches it (or there are none) and no excluding pattern does. Matching
/// takes time in proportion to the text, whatever the pattern. Instances are immutable, safe for concurrent use, and
/// equal when their patterns are.
/// </remarks>
public sealed class EntryFilter : IEquatable<EntryFilter>
{
    private readonly ImmutableArray<(EntryPart Part, Regex Expression)> _include;
    private readonly ImmutableArray<(EntryPart Part, Regex Expression)> _exclude;

    /// <summary>Makes a filter of patterns such as <c>url:/news/</c> and <c>title:^Live</c>.</summary>
    /// <remarks>
    /// A pattern is a part (<c>url</c>, <c>title</c> or <c>category</c>) and a regular expression without look-around
    /// and back-references, on one line; case is ignored. Without a part, it applies to the address.
    /// </remarks>
    /// <param name="include">
    /// The patterns of which at least one must match; without any, every entry is included.
    /// </param>
    /// <param name="exclude">The patterns none of which may match.</param>
    /// <exception cref="ArgumentException">
    /// An expression is wrong, has several lines, or cannot be matched in bounded time.
    /// </exception>
    public EntryFilter(IEnumerable<string>? include = null, IEnumerable<string>? exclude = null)
    {
        EntryPattern[] included = [.. (include ?? []).Select(EntryPattern.Parse)];
        EntryPattern[] excluded = [.. (exclude ?? []).Select(EntryPattern.Parse)];
        Include = [.. included.Select(static pattern => pattern.ToString())];
        Exclude = [.. excluded.Select(static pattern => pattern.ToString())];
        _include = [.. included.Select(Compile)];
        _exclude = [.. excluded.Select(Compile)];
    }

    /// <summary>The patterns, each with its part, of which at least one must match.</summary>
    /// <remarks>When there is none, every entry passes.</remarks>
    public ImmutableArray<string> Include { get; }

    /// <summary>The patterns, each with its part, none of which may match.</summary>
    public ImmutableArray<string> Exclude { get; }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">The text; blank lines are skipped.</param>
    /// <returns>The filter; without a pattern, it allows everything.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">
    /// A line begins with neither <c>+</c> nor <c>-</c>, or a pattern is unusable.
    /// </exception>
    public static EntryFilter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(lines, static line => line[0] is not ('+' or '-')) is { } unknown)
        {
            throw new FormatException($"'{unknown}' begins with neither + nor -.");
        }

        ILookup<char, string> patterns = lines.ToLookup(static line => line[0], static line => line[1..]);
        try
        {
            return new EntryFilter(patterns['+'], patterns['-']);
        }
        catch (ArgumentException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="filter">The filter, when the text is one.</param>
    /// <returns>Whether <see cref="Parse"/> would read it.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EntryFilter? filter)
    {
        try
        {
            filter = text is null ? null : Parse(text);
        }
        catch (FormatException)
        {
            filter = null;
        }

        return filter is not null;
    }

    /// <summary>Whether an entry is wanted.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>True when it is included and not excluded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    public bool Allows(FeedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (_include.IsEmpty || MatchesAny(_include, entry)) && !MatchesAny(_exclude, entry);
    }

    /// <inheritdoc/>
    public bool Equals(EntryFilter? other) =>
        other is not null
            && Include.AsSpan().SequenceEqual(other.Include.AsSpan())
            && Exclude.AsSpan().SequenceEqual(other.Exclude.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EntryFilter);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>One pattern per line, after <c>+</c> or <c>-</c>: <c>+url:/news/</c>.</summary>
    /// <returns>The text, which <see cref="Parse"/> reads back.</returns>
    public override string ToString() =>
        string.Join(
            '\n',
            Include.Select(static pattern => $"+{pattern}").Concat(Exclude.Select(static pattern => $"-{pattern}")));

    private static bool MatchesAny(ImmutableArray<(EntryPart Part, Regex Expression)> patterns, FeedEntry entry)
    {
        foreach ((EntryPart part, Regex expression) in patterns)
        {
            if (Matches(part, expression, entry))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(EntryPart part, Regex expression, FeedEntry entry) => part switch
    {
        EntryPart.Url => (entry.OriginalLink ?? entry.Link) is { } url && expression.IsMatch(url.AbsoluteUri),
        EntryPart.Category => entry.Categories.Any(category => expression.IsMatch(category)),
        _ => expression.IsMatch(entry.Title),
    };

    private static (EntryPart Part, Regex Expression) Compile(EntryPattern pattern)
    {
        const RegexOptions Bounded =
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        if (pattern.Expression.Contains('\n', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{pattern.Expression}' has several lines.", nameof(pattern));
        }

        try
        {
            return (pattern.Part, new Regex(pattern.Expression, Bounded, Regex.InfiniteMatchTimeout));
        }
        catch (NotSupportedException fault)
        {
            throw new ArgumentException(
                $"'{pattern.Expression}' cannot be matched in bounded time: {fault.Message}", nameof(pattern), fault);
        }
    }
}

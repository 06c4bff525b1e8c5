using System.Collections.Immutable;

namespace NewsDiff.Tracking.Metadata;

/// <summary>Compares the values of one field in two readings.</summary>
internal static class MetadataComparison
{
    /// <summary>Whether a field may have several values.</summary>
    public static bool IsList(MetadataField field) =>
        field is MetadataField.Authors or MetadataField.Captions or MetadataField.Links;

    /// <summary>Compares a field of two readings.</summary>
    /// <param name="field">The field.</param>
    /// <param name="before">The earlier reading.</param>
    /// <param name="after">The later reading.</param>
    /// <param name="readAs">The values to compare in place of the earlier reading's own; null for its own.</param>
    /// <returns>The change; null when there is none that counts as an edit.</returns>
    public static MetadataChange? Compare(
        MetadataField field, Article before, Article after, ImmutableArray<string>? readAs = null)
    {
        // If a page dates only its updates, that date is also read as the date of publication, and moves with it.
        MetadataField rule = field == MetadataField.PublishedAt && IsOfUpdate(before) && IsOfUpdate(after)
            ? MetadataField.ModifiedAt
            : field;
        MetadataChange? change = Compare(
            rule, readAs ?? MetadataValues.Of(before, field), MetadataValues.Of(after, field));
        return change is null ? null
            : field == MetadataField.Links ? LinkTargets.Settle(change, after.Url) : change with { Field = field };
    }

    private static bool IsOfUpdate(Article article) =>
        article.PublishedAt is { } published && published == article.ModifiedAt;

    private static MetadataChange? Compare(
        MetadataField field, ImmutableArray<string> before, ImmutableArray<string> after)
    {
        ImmutableArray<string> went = Missing(field, before, after);
        ImmutableArray<string> came = Missing(field, after, before);
        return (went.IsEmpty && came.IsEmpty) || IsNoise(field, went, came)
            ? null
            : new MetadataChange { Field = field, Before = went, After = came };
    }

    /// <summary>The values of one reading that are not in another, each once.</summary>
    private static ImmutableArray<string> Missing(
        MetadataField field, ImmutableArray<string> values, ImmutableArray<string> other)
    {
        // Both are nearly always equal; then no key is computed.
        if (values.SequenceEqual(other, StringComparer.Ordinal))
        {
            return [];
        }

        HashSet<string> known = [.. other.Select(value => MetadataKey.Of(field, value))];
        return [.. values.Where(value => known.Add(MetadataKey.Of(field, value)))];
    }

    private static bool IsNoise(MetadataField field, ImmutableArray<string> went, ImmutableArray<string> came)
    {
        (string? old, string? now) = (went.FirstOrDefault(), came.FirstOrDefault());
        return field switch
        {
            MetadataField.PublishedAt => ArticleDate.TryParse(old, out ArticleDate before)
                && ArticleDate.TryParse(now, out ArticleDate after) && StatedDates.MayBeSame(before, after),

            // It moves forward with each edit, and when a page is only rebuilt; only a move backwards means something.
            MetadataField.ModifiedAt => !ArticleDate.TryParse(old, out ArticleDate before)
                || !ArticleDate.TryParse(now, out ArticleDate after) || !StatedDates.IsEarlier(after, before),
            MetadataField.Summary => old is not null && now is not null && AreCutFromOne(old, now),
            _ => false,
        };
    }

    /// <summary>Whether one of two summaries is the beginning of the other, cut with an ellipsis.</summary>
    private static bool AreCutFromOne(string left, string right)
    {
        (string one, string other) =
            (MetadataKey.Of(MetadataField.Summary, left), MetadataKey.Of(MetadataField.Summary, right));
        return IsCutFrom(one, other) || IsCutFrom(other, one);
    }

    private static bool IsCutFrom(string cut, string whole)
    {
        string kept = cut.EndsWith("...", StringComparison.Ordinal) ? cut[..^3] : cut.TrimEnd('…');
        return kept.Length < cut.Length && kept.TrimEnd().Length > 0
            && whole.StartsWith(kept.TrimEnd(), StringComparison.Ordinal);
    }
}

using NewsDiff.Classification;
using NewsDiff.Events;

namespace NewsDiff.Notifications;

/// <summary>Applies a filter to notices.</summary>
internal sealed class FilterRules(NotificationFilter filter)
{
    /// <summary>Whether a notice meets every condition.</summary>
    public bool Pass(ArticleNotice notice) =>
        filter.Kinds.Contains(notice.Event.Kind)
        && (filter.Sites.IsEmpty || filter.Sites.Any(site => IsOf(notice.Event.Host, site)))
        && (notice.Change is not { } change || Pass(change))
        && PassWords(notice);

    private bool Pass(ArticleChange change)
    {
        int words = change.Diff.Statistics.WordsInserted + change.Diff.Statistics.WordsDeleted;
        if (words < filter.MinWords || words > filter.MaxWords)
        {
            return false;
        }

        if (filter.MinSignificance == 0 && filter.Classes.IsEmpty)
        {
            return true;
        }

        ChangeClasses classes = ChangeClassifier.Classify(change);
        return classes.Significance >= filter.MinSignificance
            && (filter.Classes.IsEmpty || filter.Classes.Any(classes.Has));
    }

    private bool PassWords(ArticleNotice notice) =>
        (filter.Words.IsEmpty && filter.ExceptWords.IsEmpty)
        || (TextsOf(notice).ToList() is var texts
            && (filter.Words.IsEmpty || filter.Words.Any(word => texts.Exists(text => Has(text, word))))
            && !filter.ExceptWords.Any(word => texts.Exists(text => Has(text, word))));

    /// <summary>The headline, and the paragraphs that changed, before and after.</summary>
    private static IEnumerable<string> TextsOf(ArticleNotice notice)
    {
        if (notice.Version?.Article.Title is { } title)
        {
            yield return title;
        }

        if (notice.Change?.Diff is not { } diff)
        {
            yield break;
        }

        yield return diff.Before.Title;
        foreach (ParagraphChange row in diff.Paragraphs.Where(row => row.Kind != ParagraphChangeKind.Unchanged))
        {
            foreach (int index in row.OldIndexes)
            {
                yield return diff.Before.Paragraphs[index].Text;
            }

            foreach (int index in row.NewIndexes)
            {
                yield return diff.After.Paragraphs[index].Text;
            }
        }
    }

    private static bool IsOf(string host, string site) =>
        host.Equals(site, StringComparison.OrdinalIgnoreCase)
        || (host.Length > site.Length && host[^(site.Length + 1)] == '.'
            && host.EndsWith(site, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text has a word that is not a part of a longer one.</summary>
    private static bool Has(string text, string word)
    {
        for (int at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            int end = at + word.Length;
            if (!Joins(text, at - 1, at) && !Joins(text, end - 1, end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Joins(string text, int left, int right) =>
        left >= 0 && right < text.Length
        && char.IsLetterOrDigit(text[left]) && char.IsLetterOrDigit(text[right])
        && !IsUnspaced(text[left]) && !IsUnspaced(text[right]);

    private static bool IsUnspaced(char c) => c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F'
        or >= '\u1780' and <= '\u17FF' or >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF';
}

using System.Globalization;
using NewsDiff.Languages;

namespace NewsDiff.Tracking.Articles;

/// <summary>Decides whether a new text looks like a reading error, not an edit.</summary>
internal static class DoubtFinder
{
    private const double LeastShareKept = 0.4;
    private const double LeastShareOfSameLength = 0.8;
    private const int LeastLength = 200;

    /// <summary>The smallest share of the shorter text's words that a rewritten story keeps.</summary>
    /// <remarks>
    /// Nine of ten pairs of different stories share less. Nearly all real edits that share less keep the title, so a
    /// text is doubted only if both changed.
    /// </remarks>
    private const double LeastWordsKept = 0.4;

    /// <summary>The smallest share of a title's words that makes it the same title.</summary>
    private const double LeastTitleKept = 0.5;

    /// <summary>The minimum number of different words to judge: a news flash is rewritten entirely.</summary>
    private const int LeastWords = 20;

    /// <summary>The minimum number of different words of another text: fewer say too little.</summary>
    private const int FewestOtherWords = 5;

    /// <summary>The largest share of its former length that a cut-off text has.</summary>
    private const double LongestCutOff = 0.8;

    /// <summary>Why a new text is doubtful; null when it is not.</summary>
    public static Doubt? Of(Sight sight) =>
        sight.Latest is { } latest && sight.Fetched.Article is { } article
            ? StrangenessOf(sight, latest.Article, article) ?? WeaknessOf(sight, latest, article)
            : null;

    /// <summary>Whether one text is shorter than the other by more than a fifth.</summary>
    public static bool AreOfOtherLength(Article left, Article right)
    {
        (int shorter, int longer) = (Math.Min(
            LengthOf(left), LengthOf(right)), Math.Max(LengthOf(left), LengthOf(right)));
        return shorter < LeastShareOfSameLength * longer;
    }

    /// <summary>Whether a text differs from the article altogether: few words are kept, or few are left.</summary>
    private static bool IsUnlike(Article before, Article after)
    {
        HashSet<uint> known = WordTypes.OfBody(before);
        return known.Count >= LeastWords
            && (HasShrunk(before, after) || WordTypes.Shared(known, WordTypes.OfBody(after)) < LeastWordsKept);
    }

    /// <summary>Whether another text, such as a wall, took the article's place under its title.</summary>
    /// <remarks>
    /// Such a text is short, or elsewhere on the page. A story that is written anew has its usual length and place, and
    /// a cut keeps the words that it leaves.
    /// </remarks>
    private static bool IsReplaced(Sight sight, Article before, Article after)
    {
        HashSet<uint> known = WordTypes.OfBody(before);
        HashSet<uint> words = WordTypes.OfBody(after);
        return known.Count >= LeastWords
            && words.Count >= FewestOtherWords
            && WordTypes.Shared(known, words) < LeastWordsKept
            && (HasShrunk(before, after) || IsElsewhere(sight))
            && !CorrectionNotices.Announces(after.Paragraphs[0].Text);
    }

    private static bool IsElsewhere(Sight sight) =>
        sight is { Latest.Container: { } place, Fetched.Container: { } now } && place != now;

    private static Doubt? StrangenessOf(Sight sight, Article before, Article after)
    {
        bool isUnlike = IsUnlike(before, after);
        return sight switch
        {
            { IsLedElsewhere: true } when isUnlike => new Doubt(
                DoubtKind.Redirected,
                $"A redirect led to {sight.Fetched.Url.AbsoluteUri}, which is not this article."),
            { SharedWith: { } other } when isUnlike => new Doubt(
                DoubtKind.Shared, $"The same text is at {other.AbsoluteUri}, which is another article."),
            { Fetched.IsCutOff: true, Memory.WasCutOff: false }
                when LengthOf(after) < LongestCutOff * LengthOf(before) => new Doubt(
                    DoubtKind.CutOff, "The page ends in the middle: it has no end tag, and part of the text is gone."),
            _ when Mojibake.HasCome(before, after) => new Doubt(
                DoubtKind.Garbled, "The text seems to be in another encoding than the page says."),
            _ when isUnlike && !IsTitleKept(before, after) => new Doubt(
                DoubtKind.Another, "Title and text are both different."),
            _ when IsReplaced(sight, before, after) => new Doubt(
                DoubtKind.Another, "Hardly any of the article's words are left."),
            _ when AppendedStory.IsIn(before, after) => new Doubt(
                DoubtKind.Appended, "Another story follows below the article's text."),
            _ => null,
        };
    }

    private static Doubt? WeaknessOf(Sight sight, ArticleVersion latest, Article after)
    {
        Article before = latest.Article;
        if (string.IsNullOrWhiteSpace(after.Title) && !string.IsNullOrWhiteSpace(before.Title))
        {
            return new Doubt(DoubtKind.Untitled, "The title is missing.");
        }

        if (IsElsewhere(sight))
        {
            return new Doubt(DoubtKind.Elsewhere, "The text is elsewhere on the page.");
        }

        return HasShrunk(before, after)
            ? new Doubt(DoubtKind.Shrunk, string.Create(
                CultureInfo.InvariantCulture,
                $"The text shrank from {LengthOf(before)} to {LengthOf(after)} characters."))
            : null;
    }

    private static bool HasShrunk(Article before, Article after) =>
        LengthOf(before) is var length and >= LeastLength && LengthOf(after) < LeastShareKept * length;

    private static bool IsTitleKept(Article before, Article after) =>
        string.Equals(before.Title, after.Title, StringComparison.OrdinalIgnoreCase)
        || (WordTypes.Of(before.Title) is { Count: > 0 } old && WordTypes.Of(after.Title) is { Count: > 0 } title
            && WordTypes.Shared(old, title) >= LeastTitleKept);

    private static int LengthOf(Article article) =>
        article.Paragraphs.Sum(paragraph => paragraph.Text.Count(character => !char.IsWhiteSpace(character)));
}

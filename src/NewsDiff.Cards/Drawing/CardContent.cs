using NewsDiff.Cards.Lettering;
using NewsDiff.Classification;
using NewsDiff.Notifications.Messages;
using NewsDiff.Pages.Texts;
using NewsDiff.Rendering.Html;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Cards.Drawing;

/// <summary>What a card says about a change.</summary>
internal sealed record CardContent
{
    /// <summary>The maximum number of UTF-16 units of a headline; one that fits has at most about 200.</summary>
    private const int LongestHeadline = 400;

    private const int LongestPassage = 700;
    private const int LongestLine = 160;

    /// <summary>The host name of the site.</summary>
    public required string Source { get; init; }

    public required string Date { get; init; }

    /// <summary>The headline before, with its removed words; empty when it did not change.</summary>
    public required MarkedText Before { get; init; }

    /// <summary>The headline, with its added words.</summary>
    public required MarkedText Headline { get; init; }

    /// <summary>The most telling passage of the text; empty when only the headline changed.</summary>
    public required MarkedText Passage { get; init; }

    public required string Summary { get; init; }

    /// <summary>The language that the page states; null when none is known.</summary>
    public string? Language { get; init; }

    public required bool IsRightToLeft { get; init; }

    /// <summary>Whether the card's own words are written from right to left.</summary>
    public required bool IsMirrored { get; init; }

    /// <summary>Takes what matters of a change.</summary>
    public static CardContent Of(ArticleChange change, PageTexts texts)
    {
        ArticleDiff diff = change.Diff;
        Article after = change.After.Article;
        MarkedPassage passage = TellingPassage.OfText(diff, ChangeClassifier.Classify(change));
        return new CardContent
        {
            Source = Cut(change.After.Host is { Length: > 0 } host ? host : change.ArticleId),
            Date = texts.Clock(change.After.SeenAt),
            Before = diff.Title.HasChanges ? SideOf(diff.Title, Mark.Removed) : MarkedText.Of("", 0),
            Headline = SideOf(diff.Title, Mark.Added),
            Passage = PassageOf(passage),
            Summary = Cut(SummaryText.Write(diff, texts)),
            IsMirrored = texts.Direction == "rtl",
            Language = after.Language,
            IsRightToLeft = TextDirection.IsRightToLeft(
                [diff.Title.NewText, .. passage.Pieces.SelectMany(static piece => new[] { piece.Kept, piece.New })]),
        };
    }

    private static string Cut(string text) => MarkedText.Of(text, LongestLine).Text;

    /// <summary>One side of the headline, shortened if its change is far behind its beginning.</summary>
    private static MarkedText SideOf(TextDiff title, Mark mark)
    {
        var side = new MarkedTextBuilder(LongestHeadline);
        for (int i = 0; i < title.Edits.Length; i++)
        {
            DiffEdit edit = title.Edits[i];
            bool isKept = edit.Kind == EditKind.Equal;
            string text = mark == Mark.Removed ? title.OldText[edit.OldRange] : title.NewText[edit.NewRange];
            bool isLongWay = isKept && i == 0 && title.Edits.Length > 1 && text.Length > LongestHeadline / 2;
            side.Append(
                isLongWay ? TextCut.Shorten(text, isFirst: true, isLast: false, text.Length) : text,
                isKept ? Mark.Kept : mark);
        }

        return side.Build();
    }

    private static MarkedText PassageOf(MarkedPassage passage)
    {
        var text = new MarkedTextBuilder(LongestPassage);
        for (int i = 0; i < passage.Pieces.Length; i++)
        {
            MarkedPiece piece = passage.Pieces[i];
            bool isLast = i == passage.Pieces.Length - 1;
            string kept = isLast ? piece.Kept : TextCut.Shorten(piece.Kept, i == 0, isLast, piece.Kept.Length);
            text.Append(kept, Mark.Kept);
            text.Append(piece.Old, Mark.Removed);
            if (piece is { Old.Length: > 0, New.Length: > 0 } && !char.IsWhiteSpace(piece.Old[^1]))
            {
                text.Append(" ", Mark.Kept);
            }

            text.Append(piece.New, Mark.Added);
        }

        return text.Build();
    }
}

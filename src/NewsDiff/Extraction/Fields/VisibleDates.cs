using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads the dates that readers see.</summary>
/// <remarks>They are in marked elements, and in short lines around the headline and below the body.</remarks>
internal sealed class VisibleDates
{
    private const int LinesIntoBody = 5;
    private const int LinesAbove = 6;
    private const int LinesBelow = 6;
    private const int LinesBesideHeadline = 3;
    private const int LongestLine = 150;
    private const int LongestLineBelow = 40;
    private const int LongestDateline = 60;

    /// <summary>The maximum number of spaces before a date that ends no sentence.</summary>
    /// <remarks>Of characters, in scripts without spaces.</remarks>
    private const int LongestLead = 3;

    /// <summary>The maximum number of lines searched for the label of an update.</summary>
    private const int MostLines = 1_000;

    /// <summary>A date this many blocks further away than an update's is not the article's.</summary>
    private const int FarthestFromUpdate = 10;

    /// <summary>Roles of parts whose dates belong to other pages or to readers.</summary>
    private const Roles Elsewhere = Roles.Related | Roles.Comments | Roles.Navigation;

    private readonly Page _page;
    private readonly BodyPlace _place;
    private readonly DateFinder _find;

    public VisibleDates(Page page, BodyPlace place, DateFinder find)
    {
        _page = page;
        _place = place;
        _find = find;
    }

    private int EndOfOpening =>
        Math.Min(_place.FirstBlock + LinesIntoBody, Math.Max(_place.EndBlock, _place.FirstBlock));

    /// <summary>The date that readers see as the publication date, nearest to the headline.</summary>
    public ArticleDate? Published() =>
        BesideHeadline() ?? Labelled() ?? FromMarks(MarkKind.Time) ?? FromMarks(MarkKind.DateText) ?? FromLines();

    /// <summary>The date beside the headline or labelled as the publication's, but not an update's.</summary>
    public ArticleDate? Shown() => BesideHeadline() ?? Labelled();

    /// <summary>The date that the page labels as an update.</summary>
    public ArticleDate? Modified() =>
        FromMarks(MarkKind.Modified)
        ?? UpdatedNear()
        ?? Updated(_place.FirstBlock + LinesIntoBody, _place.EndBlock, LongestLineBelow)
        ?? Updated(_place.EndBlock, _place.EndBlock + LinesBelow, LongestDateline);

    /// <summary>The visible date, in the publisher's offset, of an instant stated in UTC.</summary>
    public ArticleDate? InOwnOffset(ArticleDate stated)
    {
        foreach (PageMark mark in _page.Marks)
        {
            if (mark.Kind is MarkKind.Time or MarkKind.Published
                && DateOf(mark, _page.Nodes[mark.Node]) is { } date
                && IsInOwnOffset(stated, date))
            {
                return date;
            }
        }

        return FromLines() is { } shown && IsInOwnOffset(stated, shown) ? shown : null;
    }

    /// <summary>Whether a date is the same instant as one in UTC, with another offset.</summary>
    public static bool IsInOwnOffset(ArticleDate stated, ArticleDate other) =>
        stated.Offset == TimeSpan.Zero && other.Offset is { } offset && offset != TimeSpan.Zero
        && (stated.ToDateTimeOffset() - other.ToDateTimeOffset()).Duration() < TimeSpan.FromMinutes(1);

    /// <summary>The mark of a kind that is nearest to the headline or the body.</summary>
    public ArticleDate? FromMarks(MarkKind kind)
    {
        ArticleDate? best = null;
        int bestDistance = BodyPlace.Farthest;
        int farthest = BodyPlace.Farthest;
        foreach (PageMark mark in _page.Marks)
        {
            bool mayBeUpdate = mark.Kind is MarkKind.Time or MarkKind.DateText;
            if (mark.Kind != kind && !(mayBeUpdate && kind == MarkKind.Modified))
            {
                continue;
            }

            PageNode node = _page.Nodes[mark.Node];
            int distance = _place.DistanceTo(node);
            if (distance >= bestDistance || (mayBeUpdate && node.Granted.HasAny(Roles.Related | Roles.Comments)))
            {
                continue;
            }

            bool isUpdate = mayBeUpdate && UpdateWords.End(_page.TextOf(0, node.TextStart));
            if (isUpdate && kind != MarkKind.Modified)
            {
                farthest = Math.Min(farthest, distance + FarthestFromUpdate);
            }
            else if ((isUpdate || mark.Kind == kind) && DateOf(mark, node) is { } date)
            {
                best = date;
                bestDistance = distance;
            }
        }

        return bestDistance <= farthest ? best : null;
    }

    /// <summary>The first marked date beside the headline, otherwise the first on a short line there.</summary>
    private ArticleDate? BesideHeadline()
    {
        int first = _place.HeadlineBlock - LinesBesideHeadline;
        int end = EndOfOpening;
        foreach (PageMark mark in _page.Marks)
        {
            PageNode node = _page.Nodes[mark.Node];
            bool isBeside = mark.Kind is MarkKind.Time or MarkKind.DateText
                && node.FirstBlock >= first
                && node.EndBlock <= end
                && !node.Granted.HasAny(Elsewhere | Roles.Aside);
            if (isBeside && !EndsSentence(node) && !UpdateWords.End(_page.TextOf(0, node.TextStart))
                && DateOf(mark, node) is { } date)
            {
                return date;
            }
        }

        return FromLines(_place.HeadlineBlock, _place.FirstBlock, 1, LongestDateline)
            ?? FromLines(_place.FirstBlock, end, 1, LongestLineBelow)
            ?? FromLines(_place.HeadlineBlock - 1, first - 1, -1, LongestLineBelow);
    }

    /// <summary>Whether a date ends a sentence about something else: "Tickets are sold from 3 May."</summary>
    private bool EndsSentence(in PageNode node)
    {
        if (node.FirstBlock >= _page.Blocks.Length || PublishWords.StandBefore(_page, node))
        {
            return false;
        }

        TextBlock block = _page.Blocks[node.FirstBlock];
        return _page.TextOf(block.Start, node.TextStart).Length > 0
            && _page.TextOf(node.TextEnd, block.End) is "." or "。" or "।";
    }

    /// <summary>The marked date around the article that follows a label such as "Published".</summary>
    /// <remarks>Below the body it must be the only one: several belong to a list of other articles.</remarks>
    private ArticleDate? Labelled()
    {
        ArticleDate? below = null;
        int dates = 0;
        foreach (PageMark mark in _page.Marks)
        {
            PageNode node = _page.Nodes[mark.Node];
            bool isAround = node.FirstBlock >= _place.HeadlineBlock - LinesAbove
                && node.FirstBlock <= _place.EndBlock + (2 * LinesBelow)
                && !node.Granted.HasAny(Elsewhere);
            if (mark.Kind is MarkKind.Time or MarkKind.DateText && isAround && PublishWords.StandBefore(_page, node)
                && DateOf(mark, node) is { } date)
            {
                if (node.FirstBlock < _place.EndBlock)
                {
                    return date;
                }

                below = date;
                dates++;
            }
        }

        return dates == 1 ? below : null;
    }

    private ArticleDate? DateOf(PageMark mark, in PageNode node)
    {
        ArticleDate? stated = mark.Value is null ? null : EpochDate.Read(mark.Value) ?? Find(mark.Value);
        ReadOnlySpan<char> text = _page.TextOf(node.TextStart, node.TextEnd);
        return stated ?? (mark.Kind == MarkKind.Modified ? Find(text) : FromLine(text));
    }

    /// <summary>Reads short lines: those under the headline, directly above it, then directly below the body.</summary>
    private ArticleDate? FromLines()
    {
        int headline = _place.HeadlineBlock;
        return FromLines(headline, EndOfOpening, 1, LongestLine)
            ?? FromLines(headline - 1, headline - 1 - LinesAbove, -1, LongestLine)
            ?? (UpdatedNear() is null
                ? FromLines(_place.EndBlock, _place.EndBlock + LinesBelow, 1, LongestLineBelow)
                : null);
    }

    private ArticleDate? UpdatedNear() =>
        Updated(_place.HeadlineBlock - LinesAbove, _place.FirstBlock + LinesIntoBody, LongestLine);

    private ArticleDate? FromLines(int first, int end, int step, int longest)
    {
        for (int i = first; i != end && i >= 0 && i < _page.Blocks.Length; i += step)
        {
            bool isShort = _page.Blocks[i].Weight < longest
                && !_page.Nodes[_page.Blocks[i].Node].Granted.HasAny(Roles.Related | Roles.Comments);
            ReadOnlySpan<char> line = _page.TextOf(_page.Blocks[i]);
            if (isShort && !IsSentence(line) && FromLine(line) is { } date && !IsBelowUpdateLabel(i))
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Whether a line is a sentence that ends in a date: "Tickets are sold from 3 May."</summary>
    private static bool IsSentence(ReadOnlySpan<char> line)
    {
        int digit = line.IndexOfAnyInRange('0', '9');
        return digit > 0
            && line[^1] is '.' or '。' or '।'
            && (line[^1] == '。' ? digit : line[..digit].Count(' ')) > LongestLead
            && !PublishWords.AreIn(line)
            && !BylineWords.StartsByline(line);
    }

    private ArticleDate? Updated(int first, int end, int longest)
    {
        int lines = 0;
        for (int i = Math.Max(0, first); i < Math.Min(end, _page.Blocks.Length) && lines < MostLines; i++)
        {
            if (_page.Blocks[i].Weight >= longest)
            {
                continue;
            }

            lines++;

            ReadOnlySpan<char> line = _page.TextOf(_page.Blocks[i]);
            int update = UpdateWords.IndexIn(line);
            ArticleDate? date = update >= 0 ? Find(line[update..]) : IsBelowUpdateLabel(i) ? Find(line) : null;
            if (date is not null)
            {
                return date;
            }
        }

        return null;
    }

    private bool IsBelowUpdateLabel(int block) =>
        block > 0 && UpdateWords.IsLabel(_page.TextOf(_page.Blocks[block - 1]));

    /// <summary>The date of a line, unless it is labelled as an update.</summary>
    private ArticleDate? FromLine(ReadOnlySpan<char> line)
    {
        int update = UpdateWords.IndexIn(line);
        ArticleDate? date = Find(update < 0 ? line : line[..update]);
        int publication = update < 0 || date is not null ? -1 : PublishWords.IndexIn(line[update..]);
        return publication < 0 ? date : Find(line[(update + publication)..]);
    }

    private ArticleDate? Find(ReadOnlySpan<char> text) => _find(text);
}

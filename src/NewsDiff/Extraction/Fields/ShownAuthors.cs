using System.Text;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads the authors that readers see, in marked places and lines of text.</summary>
internal sealed class ShownAuthors
{
    private const int LongestSignature = 60;
    private const int LongestByline = 120;

    /// <summary>The maximum length of a byline, and of an author's box with a biography.</summary>
    private const int LongestBox = 200;
    private const int LongestBiography = 1_500;

    /// <summary>The maximum number of lines between two authors; one may state the first author's job.</summary>
    private const int LinesBetween = 1;

    /// <summary>The number of lines below the body that may say who wrote it.</summary>
    private const int LinesOfCredit = 10;

    /// <summary>The number of lines of the body that may be about its author.</summary>
    private const int LastLines = 12;

    /// <summary>The number of lines of the body, captions left out, that may precede a byline.</summary>
    private const int LinesIntoBody = 3;

    /// <summary>The number of lines at the beginning of the body that may be a signature.</summary>
    private const int LinesOfSignature = 4;

    /// <summary>The weight of a line of prose; a signature stands before the first one.</summary>
    private const int LeastProse = 100;

    private readonly Page _page;
    private readonly BodyPlace _place;
    private readonly DatelineNames _dateline;
    private readonly Func<string, bool> _isPublisher;
    private readonly Func<string, bool> _isHouse;

    /// <summary>Creates a reader.</summary>
    /// <param name="page">The page.</param>
    /// <param name="place">The place of the body.</param>
    /// <param name="isPublisher">Whether a name is the site's.</param>
    /// <param name="isHouse">Whether a name is of the site's people.</param>
    public ShownAuthors(Page page, BodyPlace place, Func<string, bool> isPublisher, Func<string, bool> isHouse)
    {
        _page = page;
        _place = place;
        _dateline = new DatelineNames(page, place);
        _isPublisher = isPublisher;
        _isHouse = isHouse;
    }

    /// <summary>Whether it has two names; some scripts write them without a space.</summary>
    public static bool IsWholeName(string name) =>
        !char.IsLower(name[0]) && (name.Contains(' ', StringComparison.Ordinal) || name[0] >= '\u3000');

    /// <summary>The names without those of the site.</summary>
    /// <remarks>The name of the front page is the site's beside another name; alone, a person's.</remarks>
    public List<string> WithoutPublisher(List<string> names)
    {
        List<string> people = names.FindAll(name => !_isPublisher(name));
        List<string> others = people.Count > 1 ? people.FindAll(name => !_page.Ancestors.IsHome(name)) : [];
        return others.Count > 0 ? others : people;
    }

    /// <summary>The names in marked places, bylines, signatures and credits.</summary>
    public List<string> Read()
    {
        List<string> marked = Marked();
        if (marked.Exists(name => !_isHouse(name)))
        {
            return marked;
        }

        List<string> signed = marked.Count == 0 ? FromSignature() : [];
        signed = signed.Count > 0 ? signed : WithoutPublisher(FromCredit());
        return signed.Count > 0 ? signed : marked;
    }

    /// <summary>The names beside the date or over a biography, without a word that says what they are.</summary>
    public List<string> FromDateline()
    {
        List<string> names = WithoutPublisher(_dateline.Read(block => TextOf(block)));
        return names.Count > 0 ? names : WithoutPublisher(_dateline.ReadBelow(_place.EndBlock - LastLines));
    }

    /// <summary>Reads a line between headline and body that begins with "By".</summary>
    public List<string> FromHead()
    {
        for (int i = _place.HeadlineBlock + 1; i < Math.Min(_place.FirstBlock, _page.Blocks.Length); i++)
        {
            ReadOnlySpan<char> text = BylineOf(_page.Blocks[i]);
            if (BylineWords.StartsByline(text) && !BylineWords.StartsReview(text)
                && PersonNames.Split(text) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>The names in the nearest marks of a kind, those of the site too.</summary>
    public List<string> FromMarks(MarkKind kind) => FromMarks(kind, static names => names);

    /// <summary>The names behind links to authors and the like.</summary>
    /// <param name="isAbove">Whether only those above the body count.</param>
    public List<string> FromLinks(bool isAbove = false) => FromMarks(MarkKind.Author, WithoutPublisher, isAbove);

    /// <summary>How many links to authors and the like stand above the body.</summary>
    public int CountLinksAbove() => _page.Marks.Count(
        mark => mark.Kind == MarkKind.Author && _page.Nodes[mark.Node].EndBlock <= _place.FirstBlock);

    /// <summary>Reads "Written by" and whole names, where the body ends or below.</summary>
    /// <remarks>A lone "by" may stand below the headlines of other articles there; "Author" may be a heading.</remarks>
    public List<string> FromCredit()
    {
        int end = Math.Min(_place.EndBlock + LinesOfCredit, _page.Blocks.Length);
        for (int i = Math.Max(_place.FirstBlock + 1, _place.EndBlock - LastLines); i < end; i++)
        {
            ReadOnlySpan<char> text = _page.TextOf(_page.Blocks[i]);
            bool isHeading = _page.Nodes[_page.Blocks[i].Node].Kind == ElementKind.Heading;
            bool isCredit = text.Length < LongestSignature
                && (BylineWords.StartsCredit(text) || (isHeading && BylineWords.IsBareOpening(text)))
                && !_page.Nodes[_page.Blocks[i].Node].Granted.HasAny(Roles.Comments | Roles.Related);
            int line = isCredit && BylineWords.IsBareOpening(text) && i + 1 < _page.Blocks.Length ? i + 1 : i;
            if (isCredit && ListFrom(line) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>A newsroom or a user in a marked place, where no person is named.</summary>
    /// <remarks>Behind a link to an author, one word is enough; elsewhere an opening such as "By" is needed.</remarks>
    public List<string> AsWritten()
    {
        foreach (PageMark mark in _page.Marks)
        {
            PageNode node = _page.Nodes[mark.Node];
            if (mark.Kind is MarkKind.Author or MarkKind.Byline
                && node.TextEnd - node.TextStart < LongestSignature
                && _place.DistanceTo(node) < BodyPlace.Farthest
                && !IsReviewer(node)
                && PersonNames.AsWritten(TextOf(node), mark.Kind == MarkKind.Author) is { } name)
            {
                return [name];
            }
        }

        return [];
    }

    /// <summary>A link of one word may be a topic; a byline of whole names is surer.</summary>
    private List<string> Marked()
    {
        List<string> linked = FromLinks();
        if (linked.Exists(IsWholeName))
        {
            return linked;
        }

        List<string> shown = FromMarks(MarkKind.Byline, WithoutPublisher);
        return shown.Exists(IsWholeName) || (linked.Count == 0 && shown.Count > 0) ? shown
            : linked.Count > 0 ? linked
            : WithoutPublisher(FromLines());
    }

    private List<string> FromMarks(MarkKind kind, Func<List<string>, List<string>> choose, bool isAbove = false)
    {
        List<string> best = [];
        int bestDistance = BodyPlace.Farthest;
        int end = 0;
        foreach (PageMark mark in _page.Marks)
        {
            PageNode node = _page.Nodes[mark.Node];
            int distance = _place.DistanceTo(node);
            bool isNext = best.Count > 0 && node.FirstBlock >= end && node.FirstBlock <= end + LinesBetween;
            bool isElsewhere = node.Granted.HasAny(Roles.Caption) || (isAbove && node.EndBlock > _place.FirstBlock);
            if (mark.Kind != kind || isElsewhere || (distance > bestDistance && !isNext))
            {
                continue;
            }

            List<string> names = choose(NamesIn(node));
            if (names.Count == 0 || IsReviewer(node))
            {
                continue;
            }

            end = Math.Max(end, node.EndBlock);
            if (distance == bestDistance || isNext)
            {
                // A single word beside a whole name is a job or a topic.
                bool areWhole = best.TrueForAll(IsWholeName);
                best.AddRange(names.Where(name => !areWhole || IsWholeName(name))
                    .Except(best, StringComparer.OrdinalIgnoreCase));
            }
            else
            {
                best = names;
                bestDistance = distance;
            }
        }

        return best;
    }

    private List<string> NamesIn(in PageNode node) =>
        node.TextEnd - node.TextStart > LongestBox ? NamesAbove(node)
            : FromList(node) is { Count: > 0 } listed ? listed
            : NamesIn(TextOf(node));

    /// <summary>The names of an element that begins with an item of a list.</summary>
    private List<string> FromList(in PageNode node) =>
        node.FirstBlock < _page.Blocks.Length
        && !ElementKinds.IsInline(node.Kind) && node.Kind != ElementKind.ListItem
        && _page.Nodes[_page.Blocks[node.FirstBlock].Node].Kind == ElementKind.ListItem
            ? ListFrom(node.FirstBlock)
            : [];

    /// <summary>The names on the first line of an author's box, above the biography.</summary>
    private List<string> NamesAbove(in PageNode box) =>
        box.TextEnd - box.TextStart <= LongestBiography
            && box.FirstBlock < _page.Blocks.Length
            && PersonNames.Split(TextOf(_page.Blocks[box.FirstBlock])) is { Count: > 0 } names
            && names.TrueForAll(_dateline.IsPerson)
            ? names
            : [];

    /// <summary>Whether an element or what precedes it says that somebody checked the text.</summary>
    private bool IsReviewer(in PageNode node)
    {
        bool isInLine = node.FirstBlock < _page.Blocks.Length && _page.Blocks[node.FirstBlock].Start <= node.TextStart;
        return BylineWords.StartsReview(_page.TextOf(node.TextStart, node.TextEnd))
            || (isInLine && BylineWords.StartsReview(_page.TextOf(_page.Blocks[node.FirstBlock])))
            || BylineWords.EndsWithReview(
                _page.TextOf(Math.Max(0, node.TextStart - LongestSignature), node.TextStart));
    }

    /// <summary>The names on the first line with any; the rest of the box is biography.</summary>
    /// <remarks>A line that begins like a byline comes before all others.</remarks>
    private static List<string> NamesIn(ReadOnlySpan<char> text)
    {
        text = BylineWords.AfterDate(text.ToString());
        foreach (Range line in text.Split('\n'))
        {
            if (BylineWords.StartsByline(text[line].Trim()) && PersonNames.Split(text[line]) is { Count: > 0 } names)
            {
                return names;
            }
        }

        foreach (Range line in text.Split('\n'))
        {
            if (PersonNames.Split(text[line]) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>Reads a signature: a bold line of names only, where the body begins or ends.</summary>
    private List<string> FromSignature()
    {
        for (int i = Math.Max(0, _place.FirstBlock - 1); i < _place.FirstBlock + LinesOfSignature; i++)
        {
            if (SignatureOf(i) is { Count: > 0 } names
                && (i <= _place.FirstBlock || names.TrueForAll(_dateline.IsPerson)))
            {
                return names;
            }

            if (i >= _place.FirstBlock && (i >= _place.EndBlock || _page.Blocks[i].Weight >= LeastProse))
            {
                break;
            }
        }

        return SignatureOf(_place.EndBlock - 1);
    }

    private List<string> SignatureOf(int line) =>
        line >= 0 && line < _page.Blocks.Length
            && _page.Blocks[line] is { Sentences: 0, LinkWeight: 0, Weight: > 0 and < LongestSignature } block
            && block.EmphasisWeight == block.Weight
            && _page.Nodes[block.Node].Kind == ElementKind.Paragraph
            && PersonNames.Split(_page.TextOf(block)) is { Count: > 0 } names
            && names.TrueForAll(IsWholeName)
            ? names
            : [];

    /// <summary>Reads a line near the headline that begins with "By", or those after it.</summary>
    private List<string> FromLines()
    {
        int end = _place.FirstBlock;
        for (int lines = 0; lines < LinesIntoBody && end < _page.Blocks.Length; end++)
        {
            lines += _page.Nodes[_page.Blocks[end].Node].Granted.HasAny(Roles.Caption) ? 0 : 1;
        }

        for (int i = Math.Max(0, _place.HeadlineBlock - 3); i < Math.Min(end, _page.Blocks.Length); i++)
        {
            ReadOnlySpan<char> text = BylineWords.AfterDate(BylineOf(_page.Blocks[i]));
            if (BylineWords.StartsByline(text) && PersonNames.Split(text) is { Count: > 0 } names)
            {
                return names;
            }

            if (i + 1 < end && BylineWords.IsBareOpening(text) && ListFrom(i + 1) is { Count: > 0 } below)
            {
                return below;
            }
        }

        return [];
    }

    /// <summary>The whole names on a line, and on the next items of a list.</summary>
    private List<string> ListFrom(int line)
    {
        var names = new List<string>();
        for (int i = line; i < _page.Blocks.Length && names.Count < PageLimits.Authors; i++)
        {
            bool isItem = _page.Nodes[_page.Blocks[i].Node].Kind == ElementKind.ListItem;
            if ((i > line && !isItem)
                || _page.TextOf(_page.Blocks[i]) is not { Length: < LongestSignature } text
                || PersonNames.Split(text) is not { Count: > 0 } found
                || !found.TrueForAll(IsWholeName))
            {
                break;
            }

            names.AddRange(found.Except(names, StringComparer.OrdinalIgnoreCase));
            if (!isItem)
            {
                break;
            }
        }

        return names;
    }

    /// <summary>The text of a line that is short enough for a byline; otherwise empty.</summary>
    private string BylineOf(in TextBlock block) =>
        _page.TextOf(block).Length < LongestByline ? TextOf(block) : "";

    private string TextOf(in TextBlock block) => TextOf(block.Start, block.End);

    private string TextOf(in PageNode node) => TextOf(node.TextStart, node.TextEnd);

    /// <summary>A text with gaps between elements where no space precedes a capital.</summary>
    /// <remarks>Styles show the elements apart: "By" and "Jane Doe", or a name and a job or date.</remarks>
    private string TextOf(int start, int end)
    {
        var text = new StringBuilder();
        int from = start;
        for (int i = _page.FirstNodeIn(start); i < _page.Nodes.Length && _page.Nodes[i].TextStart < end; i++)
        {
            foreach (int border in (ReadOnlySpan<int>)[_page.Nodes[i].TextStart, _page.Nodes[i].TextEnd])
            {
                if (border > from && border < end && (IsGlued(border) || IsMailbox(i)))
                {
                    ReadOnlySpan<char> part = _page.TextOf(from, border);
                    text.Append(part).Append(BylineWords.IsBareOpening(part) ? ' ' : '\n');
                    from = border;
                }
            }
        }

        return text.Append(_page.TextOf(from, end)).ToString();
    }

    /// <summary>Whether a link leads to a mailbox; its text is a name or an invitation to write.</summary>
    private bool IsMailbox(int node) =>
        _page.Elements[node].Address?.Span.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true;

    private bool IsGlued(int border) =>
        _page.TextOf(border - 1, border) is [var before] && (char.IsLower(before) || char.IsDigit(before))
        && _page.TextOf(border, border + 1) is [var after] && char.IsUpper(after);
}

using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads a name without a word such as "By" near the headline, beside the date.</summary>
/// <remarks>
/// Newsrooms sign and date a text in one place. A section or a kind of text may stand there too; it is a link, or
/// said elsewhere on the page to be a topic. Instead of a date, a biography at the end is as sure.
/// </remarks>
internal sealed class DatelineNames
{
    private const int LongestLine = 90;
    private const int LongestDate = 60;
    private const int LinesAbove = 2;
    private const int LinesIntoBody = 2;

    /// <summary>The number of lines around the body's end that may be about its author.</summary>
    private const int LinesOfBiography = 8;

    /// <summary>The maximum number of lines between a name and its date, such as a job.</summary>
    private const int LinesBetween = 1;

    private const int LongestParticle = 3;
    private const int LeastWords = 2;
    private const int MostWords = 4;

    /// <summary>The number of names that are searched for in the whole page; an article needs a few.</summary>
    private const int MostJudged = 64;

    private const Roles Elsewhere = Roles.Comments | Roles.Related | Roles.Navigation | Roles.Caption | Roles.Tags;

    private static readonly string[] TopicMetas = ["article:section", "article:tag", "keywords", "news_keywords"];

    private readonly Page _page;
    private readonly BodyPlace _place;
    private readonly Lazy<DateConvention> _convention;
    private int _judged;

    public DatelineNames(Page page, BodyPlace place)
    {
        _page = page;
        _place = place;
        _convention = new(() => PageConvention.Of(page));
    }

    /// <summary>The names, nearest to the top; empty when there are none.</summary>
    /// <param name="textOf">Reads a line.</param>
    public List<string> Read(Func<TextBlock, string> textOf)
    {
        int end = Math.Min(_place.FirstBlock + LinesIntoBody, _page.Blocks.Length);
        for (int i = Math.Max(0, _place.HeadlineBlock - LinesAbove); i < end; i++)
        {
            TextBlock block = _page.Blocks[i];
            if (i != _place.HeadlineBlock
                && block.End - block.Start < LongestLine
                && !_page.Nodes[block.Node].Granted.HasAny(Elsewhere)
                && NamesIn(textOf(block), i) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>The name over the only biography that the end of the body, or what is below it, has.</summary>
    /// <remarks>Where there are several, the text is about these people.</remarks>
    /// <param name="first">The first line of the end.</param>
    public List<string> ReadBelow(int first)
    {
        List<string> found = [];
        int end = Math.Min(_place.EndBlock + LinesOfBiography, _page.Blocks.Length);
        for (int i = Math.Max(first, _place.FirstBlock + 1); i + 1 < end; i++)
        {
            ReadOnlySpan<char> line = _page.TextOf(_page.Blocks[i]);
            if (line.Length < LongestDate
                && !_page.Nodes[_page.Blocks[i].Node].Granted.HasAny(Elsewhere)
                && IsAbout(_page.TextOf(_page.Blocks[i + 1]), line)
                && IsPerson(line.ToString()))
            {
                found.Add(line.ToString());
            }
        }

        return found.Count == 1 ? found : [];
    }

    private List<string> NamesIn(string line, int block)
    {
        string[] parts = line.Split(
            ['\n', '|', '·', '•', '●', '–', '—'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool isDated = parts.Length == 1 ? HasDateBeside(block) : parts.Any(HasDate);
        foreach (string part in parts)
        {
            if (PersonNames.Split(part) is { Count: > 0 } names
                && names.TrueForAll(name => IsPerson(name) && (isDated || HasBiography(name)))
                && IsAllOf(part, names)
                && !IsLinked(_page.Blocks[block], names[0]))
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>Whether a part is the names alone, or goes on in small letters: "in Gardens".</summary>
    private static bool IsAllOf(string part, List<string> names)
    {
        int end = part.LastIndexOf(names[^1], StringComparison.Ordinal) + names[^1].Length;
        return part.StartsWith(names[0], StringComparison.Ordinal)
            && (end == part.Length || (part[end..] is [' ', var next, ..] && char.IsLower(next)));
    }

    /// <summary>Whether a name in a line is a link; links to authors are read elsewhere.</summary>
    private bool IsLinked(in TextBlock line, string name)
    {
        for (int i = line.Node; i < _page.Nodes.Length && _page.Nodes[i].TextStart < line.End; i++)
        {
            PageNode node = _page.Nodes[i];
            if (node.Kind == ElementKind.Link
                && node.TextEnd > line.Start
                && _page.Elements[i].Address is not null
                && _page.TextOf(node.TextStart, node.TextEnd).Contains(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasDateBeside(int block)
    {
        int end = Math.Min(block + 2 + LinesBetween, _page.Blocks.Length);
        for (int i = Math.Max(0, block - 1 - LinesBetween); i < end; i++)
        {
            ReadOnlySpan<char> line = _page.TextOf(_page.Blocks[i]);
            if (i != block && i != _place.HeadlineBlock && line.Length < LongestDate && HasDate(line.ToString()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a paragraph near the end, or an author's box anywhere, is about a person.</summary>
    private bool HasBiography(string name)
    {
        int end = Math.Min(_place.EndBlock + LinesOfBiography, _page.Blocks.Length);
        for (int i = Math.Max(_place.FirstBlock + 1, _place.EndBlock - LinesOfBiography); i < end; i++)
        {
            if (IsAbout(_page.TextOf(_page.Blocks[i]), name))
            {
                return true;
            }
        }

        return _page.Marks.Any(mark => mark.Kind is MarkKind.Author or MarkKind.Byline
            && _page.TextOf(mark).StartsWith(name, StringComparison.Ordinal));
    }

    private static bool IsAbout(ReadOnlySpan<char> text, ReadOnlySpan<char> name) =>
        text.StartsWith(name, StringComparison.Ordinal)
        && text[name.Length..] is [' ', var next, ..]
        && char.IsLower(next);

    private bool HasDate(string text) => DateText.FindStated(text, _convention.Value) is not null;

    /// <summary>Whether it is like a person's name, and no topic of the page.</summary>
    /// <remarks>The words of a topic are somewhere in the text in small letters too, those of a name hardly.</remarks>
    public bool IsPerson(string name)
    {
        string[] words = name.Split(' ');
        return words.Length is >= LeastWords and <= MostWords
            && IsNameWord(words[0]) && IsNameWord(words[^1])
            && Array.TrueForAll(words, static word => IsNameWord(word) || IsParticle(word))
            && ++_judged <= MostJudged
            && !IsTopic(name)
            && !Array.Exists(words, word => word.Length > LongestParticle && IsSmallSomewhere(word));
    }

    /// <summary>Whether a word is a part of a name such as "van" or "de la".</summary>
    private static bool IsParticle(string word) => word.Length <= LongestParticle && word.All(char.IsLower);

    private bool IsSmallSomewhere(string word)
    {
#pragma warning disable CA1308 // The small letters are what is searched for.
        string small = word.ToLowerInvariant();
#pragma warning restore CA1308
        ReadOnlySpan<char> text = _page.TextOf(0, _page.Blocks[^1].End);
        for (int at = NextIn(text, small, 0); at >= 0; at = NextIn(text, small, at + small.Length))
        {
            int end = at + small.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static int NextIn(ReadOnlySpan<char> text, string word, int from) =>
        text[from..].IndexOf(word, StringComparison.Ordinal) is var at and >= 0 ? from + at : -1;

    /// <summary>Whether a word is a capital and small letters, or an initial.</summary>
    private static bool IsNameWord(string word) =>
        char.IsUpper(word[0])
        && (word.Any(char.IsLower) || word is [_, '.'])
        && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’');

    private bool IsTopic(string name) =>
        (_page.DocumentTitle ?? "").Contains(name, StringComparison.OrdinalIgnoreCase)
        || TopicMetas.Any(meta => _page.Metas.HaveIn(meta, name))
        || _page.TextOf(_page.Blocks[_place.HeadlineBlock]).Contains(name, StringComparison.OrdinalIgnoreCase);
}

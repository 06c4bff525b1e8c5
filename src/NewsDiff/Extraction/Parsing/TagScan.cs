using System.Runtime.InteropServices;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Measures a page's tags and collects its linked data, before the tree is built.</summary>
/// <remarks>
/// Building a tree costs time quadratic in its depth, and each tag may pass all open elements. This scan stops at the
/// limits, and overestimates the depth. The tree is then built without the texts of scripts, which are the greater part
/// of many pages.
/// </remarks>
internal sealed class TagScan
{
    /// <summary>The type up to the plus sign, which some systems write as a character reference.</summary>
    private const string LinkedDataType = "application/ld";

    /// <summary>The number of marks between two checks for cancellation.</summary>
    private const int MarksBetweenLooks = 4_096;

    private readonly string _html;
    private readonly List<ReadOnlyMemory<char>> _linkedData = [];
    private readonly Dictionary<string, int> _swallowing = new(StringComparer.OrdinalIgnoreCase);
    private readonly ExtractionOptions _options;
    private readonly CancellationToken _cancellationToken;
    private int _endOfNoscript;
    private bool _isNoscriptClosed = true;
    private long _marks;
    private long _steps;

    private TagScan(string html, ExtractionOptions options, CancellationToken cancellationToken)
    {
        _html = html;
        _options = options;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether the page exceeds a limit, so that no tree may be built.</summary>
    public bool IsTooComplex { get; private set; }

    /// <summary>How many elements the tags open.</summary>
    public int Elements { get; private set; }

    /// <summary>The number of characters outside of tags, scripts and the like.</summary>
    public int TextLength { get; private set; }

    /// <summary>Whether visible text is written as raw text, in which tags do not count.</summary>
    public bool HasRawProse { get; private set; }

    /// <summary>The texts of the scripts that hold linked data.</summary>
    public IReadOnlyList<ReadOnlyMemory<char>> LinkedData => _linkedData;

    /// <summary>Whether a noscript element has several paragraphs, like those that a script would load.</summary>
    public bool HasProseWithoutScripts { get; private set; }

    /// <summary>Whether elements of a name were opened more often than closed.</summary>
    public bool IsLeftOpen(string localName) => _swallowing.GetValueOrDefault(localName) > 0;

    /// <summary>Scans a page up to the limits.</summary>
    public static TagScan Of(string html, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var scan = new TagScan(html, options, cancellationToken);
        scan.Run(html);
        return scan;
    }

    private void Run(ReadOnlySpan<char> html)
    {
        var open = new List<Range>(64);
        int position = 0;
        while (CountMark(open.Count))
        {
            int found = html[position..].IndexOf('<');
            TextLength += found < 0 ? html.Length - position : found;
            if (found < 0 || position + found + 1 >= html.Length)
            {
                return;
            }

            position += found + 1;
            char next = html[position];
            if (next == '!')
            {
                position = SkipDeclaration(html, position);
            }
            else if (next == '/')
            {
                Range name = NameAt(html, position + 1);
                Close(html, open, html[name]);
                Swallow(html[name], TagTraits.Of(html[name]), -1);
                position = name.End.Value;
            }
            else if (char.IsAsciiLetter(next))
            {
                Elements++;
                position = Open(html, open, position);
            }
            else
            {
                TextLength++;
            }
        }
    }

    /// <summary>Counts a mark with the open elements around it.</summary>
    /// <returns>Whether the page is still within the limits.</returns>
    private bool CountMark(int open)
    {
        if (++_marks % MarksBetweenLooks == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        _steps += open;
        IsTooComplex = open > _options.MaxDepth || Elements > _options.MaxElements
            || _marks > (long)PageLimits.MarksOfElement * _options.MaxElements || _steps > PageLimits.Steps;
        return !IsTooComplex;
    }

    private int Open(ReadOnlySpan<char> html, List<Range> open, int position)
    {
        Range range = NameAt(html, position);
        ReadOnlySpan<char> name = html[range];
        TagTrait trait = TagTraits.Of(name);
        int end = EndOfTag(html, range.End.Value);
        if (trait == TagTrait.Void || (html[end - 1] == '>' && html[end - 2] == '/' && IsInDrawing(html, open)))
        {
            return end;
        }

        Swallow(name, trait, 1);
        if (trait == TagTrait.Swallows && Same(name, "noscript") && position >= _endOfNoscript && _isNoscriptClosed)
        {
            ReadNoscript(html, end);
        }

        // Elements left open in a noscript element end with it.
        if (position >= _endOfNoscript && trait == TagTrait.RawText)
        {
            return ReadRawText(html, range, end);
        }

        if (open.Count > 0 && trait is (TagTrait.EndsImplied or TagTrait.SwallowsToNext) && Same(html[open[^1]], name))
        {
            open[^1] = range;
        }
        else
        {
            open.Add(range);
        }

        return end;
    }

    private int ReadRawText(ReadOnlySpan<char> html, Range range, int start)
    {
        ReadOnlySpan<char> name = html[range];
        int end = EndOfRawText(html, start, name);
        if (Same(name, "script")
            && end - start < PageLimits.LinkedDataLength
            && html[range.End.Value..start].Contains(LinkedDataType, StringComparison.OrdinalIgnoreCase))
        {
            _linkedData.Add(_html.AsMemory()[start..Math.Max(start, end - "</".Length)]);
        }

        HasRawProse |= Same(name, "xmp");
        return end;
    }

    /// <summary>Counts open elements; an end tag without a start tag is ignored.</summary>
    private void Swallow(ReadOnlySpan<char> name, TagTrait trait, int count)
    {
        if (trait is TagTrait.Swallows or TagTrait.SwallowsToNext)
        {
            ref int open = ref CollectionsMarshal.GetValueRefOrAddDefault(
                _swallowing.GetAlternateLookup<ReadOnlySpan<char>>(), name, out _);
            open = Math.Max(0, open + count);
        }
    }

    private void ReadNoscript(ReadOnlySpan<char> html, int start)
    {
        int length = html[start..].IndexOf("</noscript", StringComparison.OrdinalIgnoreCase);
        if (length < 0)
        {
            _isNoscriptClosed = false;
            return;
        }

        _endOfNoscript = start + length;
        ReadOnlySpan<char> content = html.Slice(start, length);
        int first = content.IndexOf("<p>", StringComparison.OrdinalIgnoreCase);
        HasProseWithoutScripts |= first >= 0
            && content[(first + 1)..].Contains("<p>", StringComparison.OrdinalIgnoreCase);
    }

    private static void Close(ReadOnlySpan<char> html, List<Range> open, ReadOnlySpan<char> name)
    {
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (Same(html[open[i]], name))
            {
                open.RemoveRange(i, open.Count - i);
                return;
            }
        }
    }

    private static Range NameAt(ReadOnlySpan<char> html, int start)
    {
        int end = start;
        while (end < html.Length && html[end] is not ('>' or '/' or '<') && !char.IsWhiteSpace(html[end]))
        {
            end++;
        }

        return start..end;
    }

    /// <summary>Whether a tag is in SVG or MathML.</summary>
    /// <remarks>Only there does a slash before the bracket end an element; a div stays open.</remarks>
    private static bool IsInDrawing(ReadOnlySpan<char> html, List<Range> open)
    {
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (Same(html[open[i]], "svg") || Same(html[open[i]], "math"))
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOfTag(ReadOnlySpan<char> html, int position)
    {
        while (html[position..].IndexOfAny('>', '"', '\'') is >= 0 and var found)
        {
            position += found + 1;
            char mark = html[position - 1];
            if (mark == '>')
            {
                return position;
            }

            if (html[position - 2] == '=')
            {
                int end = html[position..].IndexOf(mark);
                if (end < 0)
                {
                    break;
                }

                position += end + 1;
            }
        }

        return html.Length;
    }

    private static int EndOfRawText(ReadOnlySpan<char> html, int position, ReadOnlySpan<char> name)
    {
        while (true)
        {
            int found = html[position..].IndexOf("</", StringComparison.Ordinal);
            if (found < 0)
            {
                return html.Length;
            }

            position += found + 2;
            if (html[position..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return position;
            }
        }
    }

    private static int SkipDeclaration(ReadOnlySpan<char> html, int position)
    {
        if (!html[position..].StartsWith("!--", StringComparison.Ordinal))
        {
            return position;
        }

        int end = html[(position + 1)..].IndexOf("-->", StringComparison.Ordinal);
        return end < 0 ? html.Length : position + end + 4;
    }

    private static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Equals(right, StringComparison.OrdinalIgnoreCase);
}

using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Html;

/// <summary>Reads tags with their attributes (HTML Standard, 13.2.5.8 and 13.2.5.32 to 13.2.5.40).</summary>
internal sealed class TagReader
{
    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\n\f\r/>");
    private static readonly SearchValues<char> EndsAttributeName = SearchValues.Create(" \t\n\f\r/>=");
    private static readonly SearchValues<char> EndsBareValue = SearchValues.Create(" \t\n\f\r>");

    private readonly string _html;
    private readonly HtmlTree _tree;
    private readonly PageBudget _budget;
    private readonly Dictionary<string, HtmlTag> _others = new(StringComparer.OrdinalIgnoreCase);

    public TagReader(string html, HtmlTree tree, PageBudget budget)
    {
        _html = html;
        _tree = tree;
        _budget = budget;
    }

    /// <summary>Reads a tag.</summary>
    /// <param name="at">Where its name starts.</param>
    /// <param name="token">Takes the tag.</param>
    /// <returns>Where it ends; -1 when the page ends in it, and it is none.</returns>
    public int Read(int at, ref HtmlToken token)
    {
        int length = _html.AsSpan(at).IndexOfAny(EndsName);
        if (length < 0)
        {
            return -1;
        }

        _budget.BeginTag();
        token.Tag = TagOf(_html.AsSpan(at, length));
        token.FirstAttribute = _tree.Attributes;
        token.IsSelfClosing = false;
        int end = ReadAttributes(at + length, ref token);
        if (end < 0 || token.Kind == TokenKind.EndTag)
        {
            _tree.CutAttributes(token.FirstAttribute);
        }

        token.Attributes = _tree.Attributes - token.FirstAttribute;
        return end;
    }

    private HtmlTag TagOf(ReadOnlySpan<char> name)
    {
        if (KnownTags.Find(name) is { } known)
        {
            return known;
        }

        ref HtmlTag? other = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _others.GetAlternateLookup<ReadOnlySpan<char>>(), name, out _);
        other ??= new HtmlTag(Lower(name), TagId.Other, TagGroups.None);
        return other;
    }

    private static string Lower(ReadOnlySpan<char> name) => string.Create(name.Length, name, static (lower, name) =>
        Ascii.ToLower(name, lower, out _));

    private int ReadAttributes(int at, ref HtmlToken token)
    {
        while (true)
        {
            at = SkipSpace(at);
            if (at >= _html.Length)
            {
                return -1;
            }

            char c = _html[at];
            if (c == '>')
            {
                return at + 1;
            }

            if (c == '/')
            {
                token.IsSelfClosing = at + 1 < _html.Length && _html[at + 1] == '>';
                at++;
                continue;
            }

            at = ReadAttribute(at, token.FirstAttribute);
            if (at < 0)
            {
                return -1;
            }
        }
    }

    private int ReadAttribute(int start, int first)
    {
        _budget.AddAttribute();

        // An equals sign in the first place belongs to the name.
        int length = _html.AsSpan(start + 1).IndexOfAny(EndsAttributeName);
        if (length < 0)
        {
            return -1;
        }

        int end = start + 1 + length;
        var attribute = new HtmlAttribute { NameStart = start, NameLength = length + 1, ValueStart = end };
        int next = SkipSpace(end);
        if (next < _html.Length && _html[next] == '=')
        {
            end = ReadValue(SkipSpace(next + 1), ref attribute);
        }

        if (end >= 0)
        {
            Add(ref attribute, first);
        }

        return end;
    }

    private int ReadValue(int at, ref HtmlAttribute attribute)
    {
        if (at >= _html.Length)
        {
            return -1;
        }

        bool isQuoted = _html[at] is '"' or '\'';
        attribute.ValueStart = isQuoted ? at + 1 : at;
        ReadOnlySpan<char> rest = _html.AsSpan(attribute.ValueStart);
        int length = isQuoted ? rest.IndexOf(_html[at]) : rest.IndexOfAny(EndsBareValue);
        attribute.ValueLength = Math.Max(length, 0);
        return length < 0 ? -1 : attribute.ValueStart + length + (isQuoted ? 1 : 0);
    }

    /// <summary>Adds an attribute, unless its element has one of its name.</summary>
    private void Add(ref HtmlAttribute attribute, int first)
    {
        ReadOnlySpan<char> name = _html.AsSpan(attribute.NameStart, attribute.NameLength);
        attribute.NameHash = NameTable<AttributeName>.HashOf(name);
        attribute.Name = AttributeNames.Find(name, attribute.NameHash);
        foreach (ref readonly HtmlAttribute other in _tree.AttributesAt(first, _tree.Attributes - first))
        {
            if (other.NameHash == attribute.NameHash
                && other.NameLength == name.Length
                && _html.AsSpan(other.NameStart, other.NameLength).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        _tree.AddAttribute(attribute);
    }

    private int SkipSpace(int at)
    {
        while (at < _html.Length && _html[at] is ' ' or '\n' or '\t' or '\r' or '\f')
        {
            at++;
        }

        return at;
    }
}

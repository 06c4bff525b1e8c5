using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace NewsDiff.Text;

/// <summary>Makes JSON of a text that was meant to be JSON.</summary>
/// <remarks>
/// Templates write quotes and line breaks into strings, forget commas and values, leave marks of comments around, and
/// cut texts off. One pass writes what can be told; its time is linear in the length.
/// </remarks>
internal ref struct BrokenJson
{
    private const string EscapedQuote = "&quot;";

    private const int LongestKey = 40;

    private static readonly SearchValues<char> Identifiers =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$@");

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(",:{}[]\"' \t\r\n;");

    private static readonly string[] Marks = ["<!--", "-->", "<![CDATA[", "]]>"];

    private readonly ReadOnlySpan<char> _text;
    private readonly StringBuilder _json;
    private readonly Stack<bool> _objects = new();
    private int _at;
    private bool _hasItems;

    /// <summary>Whether a key was written and its value was not.</summary>
    private bool _needsValue;

    private BrokenJson(ReadOnlySpan<char> text)
    {
        _text = text;
        _json = new StringBuilder(text.Length + 16).Append('[');
    }

    private readonly bool IsInObject => _objects.TryPeek(out bool isObject) && isObject;

    /// <summary>Writes an array of the values that a text holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="deepest">The deepest nesting that is written.</param>
    /// <returns>JSON; or null for a text that is nested more deeply.</returns>
    public static string? Mend(string text, int deepest)
    {
        bool isEscaped = !text.Contains('"', StringComparison.Ordinal)
            && text.Contains(EscapedQuote, StringComparison.OrdinalIgnoreCase);
        return new BrokenJson(isEscaped ? WebUtility.HtmlDecode(text) : text).Run(deepest);
    }

    private string? Run(int deepest)
    {
        while (_at < _text.Length)
        {
            if (!Skip())
            {
                WriteNext(_text[_at]);
            }

            if (_objects.Count > deepest)
            {
                return null;
            }
        }

        while (_objects.Count > 0)
        {
            CloseOne();
        }

        return _json.Append(']').ToString();
    }

    private void WriteNext(char c)
    {
        switch (c)
        {
            case '{' or '[':
                Open(c);
                break;
            case '}' or ']':
                Close(c == '}');
                break;
            case ',':
                EndValue();
                _at++;
                break;
            default:
                WriteText(c is '"' or '\'');
                break;
        }
    }

    /// <summary>Skips what carries nothing: spaces, colons, comments and the marks around scripts.</summary>
    private bool Skip()
    {
        char c = _text[_at];
        if (char.IsWhiteSpace(c) || c is '\uFEFF' or ':' or ';')
        {
            _at++;
            return true;
        }

        ReadOnlySpan<char> rest = _text[_at..];
        if (rest.StartsWith("/*", StringComparison.Ordinal) || rest.StartsWith("//", StringComparison.Ordinal))
        {
            int end = c == rest[1] ? rest.IndexOfAny('\n', '\r') : rest.IndexOf("*/", StringComparison.Ordinal);
            _at = end < 0 ? _text.Length : _at + end + (c == rest[1] ? 1 : 2);
            return true;
        }

        foreach (string mark in Marks)
        {
            if (rest.StartsWith(mark, StringComparison.Ordinal))
            {
                _at += mark.Length;
                return true;
            }
        }

        return false;
    }

    private void Open(char bracket)
    {
        BeginValue();
        _json.Append(bracket);
        _objects.Push(bracket == '{');
        _hasItems = false;
        _at++;
    }

    /// <summary>Closes the innermost object or array, and what was left open in it.</summary>
    private void Close(bool isObject)
    {
        _at++;
        if (_objects.Contains(isObject))
        {
            while (CloseOne() != isObject)
            {
            }
        }
    }

    private bool CloseOne()
    {
        EndValue();
        bool isObject = _objects.Pop();
        _json.Append(isObject ? '}' : ']');
        _hasItems = true;
        return isObject;
    }

    /// <summary>Writes what stands between the previous value and the next one.</summary>
    private void BeginValue()
    {
        if (_needsValue)
        {
            _needsValue = false;
            return;
        }

        _json.Append(_hasItems ? "," : "").Append(IsInObject ? "\"\":" : "");
        _hasItems = true;
    }

    /// <summary>Writes a value for a key that has none.</summary>
    private void EndValue()
    {
        _json.Append(_needsValue ? "null" : "");
        _needsValue = false;
    }

    /// <summary>Writes a string or a bare word: a key where one is due, otherwise a value.</summary>
    private void WriteText(bool isQuoted)
    {
        bool isKey = IsInObject && !_needsValue;
        if (isKey)
        {
            _json.Append(_hasItems ? "," : "");
            _hasItems = true;
        }
        else
        {
            BeginValue();
        }

        if (isQuoted)
        {
            WriteString(isKey);
        }
        else
        {
            WriteWord(isKey);
        }

        _json.Append(isKey ? ":" : "");
        _needsValue = isKey;
    }

    private void WriteWord(bool isKey)
    {
        int length = _text[_at..].IndexOfAny(WordEnds);
        ReadOnlySpan<char> word = _text.Slice(_at, length < 0 ? _text.Length - _at : Math.Max(1, length));
        _at += word.Length;
        bool isNumber = !word.ContainsAnyExceptInRange('0', '9') && (word.Length == 1 || word[0] != '0');
        if (isKey)
        {
            _json.Append('"');
            foreach (char c in word)
            {
                WriteCharacter(c);
            }

            _json.Append('"');
        }
        else
        {
            _json.Append(isNumber || word is "true" or "false" ? word : "null");
        }
    }

    private void WriteString(bool isKey)
    {
        char quote = _text[_at++];
        _json.Append('"');
        while (_at < _text.Length && !(_text[_at] == quote && EndsString(_at + 1, quote, isKey)))
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                WriteEscape();
            }
            else
            {
                WriteCharacter(_text[_at++]);
            }
        }

        _json.Append('"');
        _at++;
    }

    /// <summary>Keeps an escape of JSON; of another only the character stays.</summary>
    private void WriteEscape()
    {
        char c = _text[_at + 1];
        bool isCode = c == 'u' && _at + 6 <= _text.Length
            && ushort.TryParse(
                _text.Slice(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        if (isCode || "\"\\/bfnrt".Contains(c, StringComparison.Ordinal))
        {
            _json.Append(_text.Slice(_at, 2));
        }
        else
        {
            WriteCharacter(c);
        }

        _at += 2;
    }

    private readonly void WriteCharacter(char c) =>
        _json.Append(c is '"' or '\\' ? "\\" : "").Append(c < ' ' ? ' ' : c);

    /// <summary>Whether what follows a quote shows that it ends the string, and is not one inside of it.</summary>
    private readonly bool EndsString(int position, char quote, bool isKey)
    {
        int next = NextAt(position);
        if (next == _text.Length || isKey)
        {
            return true;
        }

        return _text[next] switch
        {
            '}' or ']' => true,
            ',' => NextAt(next + 1) is var after
                && (after == _text.Length || _text[after] is '"' or '\'' or '}' or ']' or '{' or '['
                    || (quote == '\'' && IsBareKey(after))),
            '"' or '\'' => next > position,
            '/' or '<' => next > position && next + 1 < _text.Length && _text[next + 1] is '/' or '*' or '!',
            _ => false,
        };
    }

    /// <summary>Whether a key without quotes begins, as scripts write it.</summary>
    private readonly bool IsBareKey(int position)
    {
        int length = _text[position..].IndexOfAnyExcept(Identifiers);
        return length is > 0 and <= LongestKey && _text[NextAt(position + length)..] is [':', ..];
    }

    private readonly int NextAt(int position)
    {
        int length = _text[position..].IndexOfAnyExcept(" \t\r\n");
        return length < 0 ? _text.Length : position + length;
    }
}

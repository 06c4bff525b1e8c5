using System.Globalization;

namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <summary>Reads the words and signs of an XPath expression.</summary>
internal sealed class XPathReader(string text)
{
    private const int MostDigits = 6;

    private int _at;

    /// <summary>Whether only white space is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return _at == text.Length;
        }
    }

    /// <summary>The next character that is no white space; NUL at the end.</summary>
    public char Next => IsAtEnd ? '\0' : text[_at];

    /// <summary>Whether a text is next.</summary>
    public bool IsNext(string sign) => !IsAtEnd && text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal);

    /// <summary>Whether a name and an opening parenthesis are next.</summary>
    public bool IsNextCall(string name)
    {
        int start = _at;
        bool isCall = TakeWord(name) && Next == '(';
        _at = start;
        return isCall;
    }

    /// <summary>Reads a sign if it is next.</summary>
    public bool Take(string sign)
    {
        bool isNext = IsNext(sign);
        _at += isNext ? sign.Length : 0;
        return isNext;
    }

    /// <summary>Reads a word if it is next as a whole.</summary>
    public bool TakeWord(string word)
    {
        if (!IsNext(word) || (_at + word.Length < text.Length && IsInName(text[_at + word.Length])))
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    /// <summary>Reads the name of a function and its opening parenthesis if they are next.</summary>
    public bool TakeCall(string name)
    {
        bool isCall = IsNextCall(name);
        if (isCall)
        {
            TakeWord(name);
            Take("(");
        }

        return isCall;
    }

    /// <summary>Reads empty parentheses after a name if both are next.</summary>
    public bool TakeEmptyCall(string name)
    {
        int start = _at;
        bool isTaken = TakeCall(name) && Take(")");
        _at = isTaken ? _at : start;
        return isTaken;
    }

    /// <summary>Reads an axis if one is next.</summary>
    public string? TakeAxis()
    {
        int start = _at;
        string name = TakeName();
        if (name.Length > 0 && Take("::"))
        {
            return name;
        }

        _at = start;
        return null;
    }

    /// <summary>Reads a name; empty for none.</summary>
    public string TakeName()
    {
        SkipSpace();
        int start = _at;
        while (_at < text.Length && IsInName(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    /// <summary>Reads a whole number; null for none.</summary>
    public int? TakeNumber()
    {
        SkipSpace();
        int start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return _at - start is > 0 and <= MostDigits
            ? int.Parse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture)
            : _at == start ? null : throw new XPathNotTranslatedException("the number is too large");
    }

    /// <summary>Reads a string in quotes; null for none.</summary>
    public string? TakeLiteral()
    {
        if (Next is not ('\'' or '"'))
        {
            return null;
        }

        int end = text.IndexOf(text[_at], _at + 1);
        if (end < 0)
        {
            throw new XPathNotTranslatedException("a string has no end");
        }

        string literal = text[(_at + 1)..end];
        _at = end + 1;
        return literal;
    }

    /// <summary>Reads a sign that must be next.</summary>
    public void Expect(string sign)
    {
        if (!Take(sign))
        {
            throw Unexpected($"'{sign}' is needed instead");
        }
    }

    /// <summary>Tells what stands where something else is needed.</summary>
    /// <param name="need">What is needed, or why it cannot be translated.</param>
    public XPathNotTranslatedException Unexpected(string need)
    {
        const int longest = 30;
        string rest = IsAtEnd ? "the end" : $"'{text.Substring(_at, Math.Min(longest, text.Length - _at))}'";
        return new XPathNotTranslatedException($"at character {_at + 1}, {rest}: {need}");
    }

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private static bool IsInName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';
}

using System.Globalization;

namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <content>Conditions: a text of simple selectors; empty when always met, null when never.</content>
internal sealed partial class XPathTranslator
{
    /// <summary>The signs of a comparison, the longer ones first.</summary>
    private static readonly string[] Signs = ["!=", "<=", ">=", "=", "<", ">"];

    private const string White = " \t\r\n";

    /// <summary>Reads what stands in brackets.</summary>
    private string? ReadCondition()
    {
        if (_reader.TakeNumber() is { } place)
        {
            return Place(place.ToString(CultureInfo.InvariantCulture), isFromEnd: false);
        }

        if (_reader.TakeEmptyCall("last"))
        {
            return Place((ReadBefore() + 1).ToString(CultureInfo.InvariantCulture), isFromEnd: true);
        }

        return ReadOr();
    }

    private string? ReadOr()
    {
        string? condition = ReadAnd();
        List<string> alternatives = condition is null ? [] : [condition];
        while (_reader.TakeWord("or"))
        {
            alternatives.AddRange(ReadAnd() is { } next ? [next] : []);
        }

        return alternatives.Contains("") ? "" : alternatives.Count == 0 ? null : OneOf(alternatives);
    }

    private string? ReadAnd()
    {
        string? condition = ReadOne();
        while (_reader.TakeWord("and"))
        {
            string? next = ReadOne();
            condition = condition is null || next is null ? null : condition + next;
        }

        return condition;
    }

    private string? ReadOne()
    {
        if (_reader.TakeCall("not"))
        {
            return CssText.Not(ReadInner());
        }

        if (_reader.Take("(") || _reader.TakeCall("boolean"))
        {
            return ReadInner();
        }

        if (_reader.TakeEmptyCall("true") || _reader.TakeEmptyCall("false"))
        {
            throw new XPathNotTranslatedException("true() and false() are not translated");
        }

        if (_reader.TakeEmptyCall("position"))
        {
            return ReadPlace();
        }

        if (_reader.TakeCall("contains"))
        {
            return ReadComparison(isStart: false);
        }

        if (_reader.TakeCall("starts-with"))
        {
            return ReadComparison(isStart: true);
        }

        return _reader.Take("@") ? ReadAttributeCondition() : ReadRelativePath();
    }

    private string? ReadInner()
    {
        Enter();
        string? condition = ReadOr();
        _depth--;
        _reader.Expect(")");
        return condition;
    }

    private string ReadAttributeName()
    {
        string name = _reader.TakeName();
        Require(name.Length > 0, "every attribute, @*, has no equal in CSS");
        Require(
            name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
            && char.IsAsciiLetterLower(name[0]),
            $"'{name}' is no name of an attribute in HTML, in lower case");
        return name;
    }

    /// <summary>Reads an attribute that must be there, or be equal to a text.</summary>
    private string ReadAttributeCondition()
    {
        string name = ReadAttributeName();
        bool isOther = _reader.Take("!=");
        if (!isOther && !_reader.Take("="))
        {
            return $"[{name}]";
        }

        string value = _reader.TakeLiteral() ?? throw _reader.Unexpected("a text in quotes is needed");
        string equal = CssText.Attribute(name, "=", value);
        return isOther ? $"[{name}]:not({equal})" : equal;
    }

    /// <summary>Reads the arguments of <c>contains</c> or <c>starts-with</c>.</summary>
    private string ReadComparison(bool isStart)
    {
        bool isWord = _reader.TakeCall("concat");
        if (isWord)
        {
            Require(_reader.TakeLiteral() == " ", "concat() is translated only for words between spaces");
            _reader.Expect(",");
        }

        bool isCollapsed = _reader.TakeCall("normalize-space");
        bool isText = !isCollapsed && _reader.TakeCall("string");
        string? name = ReadSubject();
        if (isCollapsed || isText)
        {
            _reader.Expect(")");
        }

        if (isWord)
        {
            _reader.Expect(",");
            Require(_reader.TakeLiteral() == " ", "concat() is translated only for words between spaces");
            _reader.Expect(")");
        }

        _reader.Expect(",");
        string value = _reader.TakeLiteral() ?? throw _reader.Unexpected("a text in quotes is needed");
        _reader.Expect(")");
        return isWord ? Word(name, value, isStart) : Comparison(name, value, isStart, isCollapsed);
    }

    /// <summary>Reads an attribute, or the text of the element: null.</summary>
    private string? ReadSubject()
    {
        if (_reader.Take("@"))
        {
            return ReadAttributeName();
        }

        if (_reader.Next == '.' && !_reader.IsNext("..") && !_reader.IsNext("./"))
        {
            _reader.Take(".");
            return null;
        }

        throw _reader.Unexpected("only attributes and the whole text of an element are compared");
    }

    private static string Word(string? name, string value, bool isStart)
    {
        string word = value.Trim(' ');
        if (name is not null && !isStart && word.Length > 0 && value.AsSpan().IndexOfAny(White) < 0)
        {
            return CssText.Attribute(name, "*=", value);
        }

        bool isWhole = value.Length == word.Length + 2 && value[0] == ' ' && value[^1] == ' ';
        Require(
            name is not null && isWhole && word.Length > 0 && word.AsSpan().IndexOfAny(White) < 0 && !isStart,
            "between spaces, only one word is translated");
        return CssText.Attribute(name!, "~=", word);
    }

    private static string Comparison(string? name, string value, bool isStart, bool isCollapsed)
    {
        if (value.Length == 0)
        {
            return "";
        }

        Require(
            !isCollapsed || (!isStart && value.AsSpan().IndexOfAny(White) < 0),
            "normalize-space() is translated only where it makes no difference");
        Require(name is not null || !isStart, "the beginning of a text has no equal in CSS");
        return name is null
            ? $":contains({CssText.Quote(value)})"
            : CssText.Attribute(name, isStart ? "^=" : "*=", value);
    }

    /// <summary>Reads what a place is compared with.</summary>
    private string? ReadPlace()
    {
        string sign = Signs.FirstOrDefault(_reader.Take)
            ?? throw _reader.Unexpected("a comparison is needed");
        if (_reader.TakeEmptyCall("last"))
        {
            int before = ReadBefore() + 1;
            string place = before.ToString(CultureInfo.InvariantCulture);
            return sign switch
            {
                "=" => Place(place, isFromEnd: true),
                "!=" => OtherPlace(before, isFromEnd: true),
                "<" => Place($"n+{before + 1}", isFromEnd: true),
                "<=" => Place($"n+{before}", isFromEnd: true),
                ">" when before == 1 => null,
                ">" => Place($"-n+{before - 1}", isFromEnd: true),
                _ => Place($"-n+{before}", isFromEnd: true),
            };
        }

        int number = _reader.TakeNumber() ?? throw _reader.Unexpected("a number or last() is needed");
        return sign switch
        {
            "=" => Place(number.ToString(CultureInfo.InvariantCulture), isFromEnd: false),
            "!=" => OtherPlace(number, isFromEnd: false),
            "<" or "<=" => number - (sign == "<" ? 1 : 0) is > 0 and var last
                ? Place($"-n+{last}", isFromEnd: false)
                : null,
            _ => Place($"n+{number + (sign == ">" ? 1 : 0)}", isFromEnd: false),
        };
    }

    /// <summary>Reads how many places before the last one are meant: last()-1.</summary>
    private int ReadBefore() => _reader.Take("-")
        ? _reader.TakeNumber() ?? throw _reader.Unexpected("a number is needed")
        : 0;

    private string? OtherPlace(int place, bool isFromEnd)
    {
        string? behind = Place($"n+{place + 1}", isFromEnd);
        return place > 1 ? OneOf([Place($"-n+{place - 1}", isFromEnd)!, behind!]) : behind;
    }

    private string? Place(string place, bool isFromEnd)
    {
        Require(_step.HasPlaces, "a place is translated only among children");
        return place == "0" ? null : _step.Place(place, isFromEnd);
    }

    /// <summary>Reads a path from the element: something that it must have.</summary>
    private string ReadRelativePath()
    {
        if (_reader.Take(".//"))
        {
            return Within(ReadInnerSteps(ReadStep(hasPlaces: true).Selector));
        }

        _ = _reader.Take("./");
        Require(_reader.Next != '.', "texts are translated only in contains(), and parents only as axes");
        string? axis = _reader.TakeAxis();
        return axis switch
        {
            null or "child" => $":has(> {ReadInnerSteps(ReadStep(hasPlaces: true).Selector)})",
            "descendant" => Within(ReadInnerSteps(ReadStep(hasPlaces: false).Selector)),
            "following-sibling" => $":has({ReadInnerSteps(ReadSibling("+ ", "~ "))})",
            "self" => $":is({ReadStep(hasPlaces: false).Selector})",
            "parent" => $":is({ReadStep(hasPlaces: false).Selector} > *)",
            "ancestor" => $":is({ReadStep(hasPlaces: false).Selector} *)",
            "preceding-sibling" when TakeNearest() =>
                $":is({ReadConditions(new XPathStep("*", "", HasPlaces: false)).Selector} + *)",
            "preceding-sibling" => $":is({ReadStep(hasPlaces: false).Selector} ~ *)",
            _ => throw new XPathNotTranslatedException($"the axis '{axis}' has no equal in CSS"),
        };
    }

    /// <summary>Reads the further steps of a path that an element must have, down to an attribute.</summary>
    private string ReadInnerSteps(string path)
    {
        while (_reader.Next == '/')
        {
            bool isDeep = _reader.Take("//");
            _ = isDeep || _reader.Take("/");
            if (!isDeep && _reader.Take("@"))
            {
                return path + ReadAttributeCondition();
            }

            string? axis = _reader.TakeAxis();
            Require(axis is null or "child" || (axis == "descendant" && !isDeep), "only steps inwards are translated");
            bool isInner = isDeep || axis == "descendant";
            path += (isInner ? " " : " > ") + ReadStep(hasPlaces: axis is not "descendant").Selector;
        }

        return path;
    }
}

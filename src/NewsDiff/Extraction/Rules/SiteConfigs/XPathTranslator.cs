using System.Collections.Immutable;

namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <summary>Translates XPath to CSS selectors that choose the same elements.</summary>
/// <remarks>Where CSS has no equal, nothing is translated: a rule that selects other elements does harm.</remarks>
internal sealed partial class XPathTranslator
{
    /// <summary>The maximum length of an expression.</summary>
    private const int MostCharacters = 2_000;

    /// <summary>The maximum nesting of conditions and parentheses.</summary>
    private const int MostDepth = 16;

    private readonly XPathReader _reader;
    private readonly XPathUse _use;
    private XPathStep _step;
    private int _depth;

    private XPathTranslator(string xpath, XPathUse use)
    {
        _reader = new XPathReader(xpath);
        _use = use;
    }

    /// <summary>Translates an expression.</summary>
    /// <param name="xpath">The expression.</param>
    /// <param name="use">What is done with the nodes that it selects.</param>
    /// <returns>The selectors, whose matches are combined.</returns>
    /// <exception cref="XPathNotTranslatedException">It cannot be translated.</exception>
    public static ImmutableArray<string> Translate(string xpath, XPathUse use)
    {
        if (xpath.Length > MostCharacters)
        {
            throw new XPathNotTranslatedException($"the expression has more than {MostCharacters} characters");
        }

        var translator = new XPathTranslator(xpath, use);
        ImmutableArray<string> selectors = [.. translator.ReadText().Distinct(StringComparer.Ordinal)];
        return translator._reader.IsAtEnd ? selectors : throw translator._reader.Unexpected("this has no equal in CSS");
    }

    /// <summary>Reads an expression, with the functions that change nothing about the text of one node.</summary>
    private List<string> ReadText()
    {
        bool isText = _reader.IsNextCall("normalize-space") || _reader.IsNextCall("string");
        if (!isText)
        {
            return ReadUnion();
        }

        Require(_use == XPathUse.FirstText, "the text of one node is not what a rule reads here");
        _ = _reader.TakeCall("normalize-space") || _reader.TakeCall("string");
        Enter();
        List<string> selectors = ReadText();
        _depth--;
        _reader.Expect(")");
        return selectors;
    }

    private List<string> ReadUnion()
    {
        List<string> selectors = [];
        do
        {
            selectors.AddRange(ReadAlternative());
        }
        while (_reader.Take("|"));
        return selectors;
    }

    private List<string> ReadAlternative()
    {
        if (!_reader.Take("("))
        {
            return [ReadSteps(ReadFirstStep())];
        }

        Enter();
        List<string> inner = ReadUnion();
        _depth--;
        _reader.Expect(")");
        if (_reader.Take("["))
        {
            Require(
                _use == XPathUse.FirstText && _reader.TakeNumber() == 1,
                "a place among all nodes that a path selects has no equal in CSS");
            _reader.Expect("]");
            return inner;
        }

        return _reader.Next == '/' ? [ReadSteps(OneOf(inner))] : inner;
    }

    private static string OneOf(List<string> selectors) =>
        selectors.Count == 1 ? selectors[0] : $":is({string.Join(", ", selectors)})";

    /// <summary>Reads the first step of a path from the page.</summary>
    private string ReadFirstStep()
    {
        if (_reader.Take("//"))
        {
            string? axis = _reader.TakeAxis();
            if (axis is null && _reader.Take("@"))
            {
                return "*" + ReadAttribute();
            }

            Require(
                axis is null or "child" or "descendant" or "descendant-or-self" or "self",
                $"the axis '{axis}' is not translated at the beginning of a path");
            return ReadStep(hasPlaces: axis is null or "child").Selector;
        }

        if (!_reader.Take("/"))
        {
            string name = _reader.TakeName();
            throw name.Length > 0 && _reader.Next == '('
                ? new XPathNotTranslatedException($"the function {name}() has no equal in CSS")
                : _reader.Unexpected("a path that begins with / or // is needed");
        }

        return _reader.TakeAxis() switch
        {
            null or "child" => ReadStep(hasPlaces: true).With(":root").Selector,
            "descendant" or "descendant-or-self" => ReadStep(hasPlaces: false).Selector,
            var axis => throw new XPathNotTranslatedException(
                $"the axis '{axis}' is not translated at the beginning of a path"),
        };
    }

    private string ReadSteps(string path)
    {
        while (_reader.Next == '/')
        {
            bool isDeep = _reader.Take("//");
            _ = isDeep || _reader.Take("/");
            if (_reader.Take("@") || _reader.IsNextCall("text"))
            {
                return path + (_reader.IsNextCall("text") ? ReadOwnText(isDeep) : ReadAttribute(isDeep));
            }

            path = isDeep ? ReadDeepStep(path) : ReadNextStep(path);
            Require(path.Length <= MostCharacters, "the selector becomes too long");
        }

        return path;
    }

    private string ReadDeepStep(string path)
    {
        string? axis = _reader.TakeAxis();
        Require(axis is null or "child" or "descendant", $"the axis '{axis}' is not translated behind //");
        return $"{path} {ReadStep(hasPlaces: axis is not "descendant").Selector}";
    }

    private string ReadNextStep(string path)
    {
        if (_reader.Take(".."))
        {
            return $":has(> {Nested(path)})";
        }

        if (_reader.Next == '.')
        {
            _reader.Take(".");
            return path;
        }

        return _reader.TakeAxis() switch
        {
            null or "child" => $"{path} > {ReadStep(hasPlaces: true).Selector}",
            "descendant" => $"{path} {ReadStep(hasPlaces: false).Selector}",
            "self" => ReadStep(hasPlaces: false).With($":is({path})").Selector,
            "parent" => ReadStep(hasPlaces: false).With($":has(> {Nested(path)})").Selector,
            "ancestor" => ReadStep(hasPlaces: false).With(Within(Nested(path))).Selector,
            "following-sibling" => path + ReadSibling(" + ", " ~ "),
            "preceding-sibling" => ReadPreceding(path),
            var axis => throw new XPathNotTranslatedException($"the axis '{axis}' has no equal in CSS"),
        };
    }

    /// <summary>A path as it stands in <c>:has()</c>, where a space is relative to the outer element.</summary>
    private static string Nested(string path) =>
        path.AsSpan().ContainsAny(' ', ',') ? $":is({path})" : path;

    /// <summary>A condition on what an element has at any depth.</summary>
    /// <remarks>
    /// Around another that begins with a sign, even "*", AngleSharp searches the element's siblings too.
    /// </remarks>
    private static string Within(string selector)
    {
        const string has = ":has(";
        bool isRelative = false;
        for (int at = selector.IndexOf(has, StringComparison.Ordinal);
            at >= 0;
            at = selector.IndexOf(has, at + 1, StringComparison.Ordinal))
        {
            isRelative |= selector[at + has.Length] is '>' or '+' or '~' or '*' or '.';
        }

        Require(!isRelative, "a condition on children or siblings within one on any depth is not translated");
        return $":has({selector})";
    }

    /// <summary>Reads a step to siblings: to the next one, or to all.</summary>
    private string ReadSibling(string next, string all)
    {
        bool isNext = TakeNearest();
        XPathStep step = isNext ? ReadConditions(new XPathStep("*", "", HasPlaces: false)) : ReadStep(hasPlaces: false);
        return (isNext ? next : all) + step.Selector;
    }

    private string ReadPreceding(string path)
    {
        bool isNext = TakeNearest();
        XPathStep step = isNext ? ReadConditions(new XPathStep("*", "", HasPlaces: false)) : ReadStep(hasPlaces: false);
        return step.With($":has({(isNext ? '+' : '~')} {Nested(path)})").Selector;
    }

    /// <summary>Reads "*[1]", which is the nearest element on an axis.</summary>
    private bool TakeNearest() => _reader.Take("*[1]") || _reader.Take("*[position()=1]");

    /// <summary>Reads the name and the conditions of a step.</summary>
    private XPathStep ReadStep(bool hasPlaces)
    {
        if (_reader.Take("*"))
        {
            return ReadConditions(new XPathStep("*", "", hasPlaces));
        }

        string name = _reader.TakeName();
        if (name.Length == 0 || _reader.Next == '(')
        {
            throw _reader.Unexpected(name.Length == 0 ? "the name of an element is needed" : $"{name}() is no element");
        }

        Require(
            name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && char.IsAsciiLetterLower(name[0]),
            $"'{name}' is no name of an element in HTML, in lower case");
        return ReadConditions(new XPathStep(name, "", hasPlaces));
    }

    private XPathStep ReadConditions(XPathStep step)
    {
        XPathStep outer = _step;
        while (_reader.Take("["))
        {
            _step = step;
            Enter();
            step = step.With(ReadCondition());
            _depth--;
            _reader.Expect("]");
            Require(step.Conditions is not null, "no element meets the conditions");
            Require(step.Selector.Length <= MostCharacters, "the selector becomes too long");
        }

        _step = outer;
        return step;
    }

    /// <summary>Reads the name of an attribute at the end of a path.</summary>
    private string ReadAttribute(bool isDeep = false)
    {
        string name = _reader.TakeName();
        Require(_use != XPathUse.Elements, "an attribute is no part of a page's text");
        Require(name is "content" or "datetime", $"a rule reads 'content' and 'datetime', not the attribute '{name}'");
        Require(!isDeep, "an attribute must follow its element");
        return $"[{name}]";
    }

    private string ReadOwnText(bool isDeep)
    {
        Require(_reader.TakeEmptyCall("text") && !isDeep, "texts behind // have no equal in CSS");
        Require(_use != XPathUse.Elements, "a part of an element's text cannot be selected");
        return "";
    }

    private void Enter() => Require(++_depth <= MostDepth, $"it is nested more than {MostDepth} deep");

    private static void Require(bool isMet, string otherwise)
    {
        if (!isMet)
        {
            throw new XPathNotTranslatedException(otherwise);
        }
    }
}

using System.Text;
using System.Text.Json;
using AngleSharp.Css.Parser;

namespace NewsDiff.Extraction.Rules;

/// <summary>Reads site rules from JSON token by token, so that faults have a place.</summary>
internal ref struct SiteRulesReader
{
    /// <summary>The name of a list of alternatives, of which the first with a match is read.</summary>
    public const string First = "first";

    /// <summary>The maximum nesting of a selector, which its parser and matcher follow recursively.</summary>
    private const int MostParentheses = 32;
    private const int MostCharacters = 4096;

    private static readonly (RuleField Field, string Name)[] Fields =
    [
        (RuleField.Title, "title"), (RuleField.Body, "body"), (RuleField.Remove, "remove"), (RuleField.Date, "date"),
        (RuleField.Authors, "authors"),
    ];

    private readonly ReadOnlySpan<byte> _json;
    private readonly CssSelectorParser _css = new();
    private Utf8JsonReader _reader;
    private string? _host;
    private string? _field;

    private SiteRulesReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(
            json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    public static string NameOf(RuleField field) => Fields.Single(entry => entry.Field == field).Name;

    /// <summary>Whether a selector is short enough, and not too deep.</summary>
    public static bool IsWithinLimits(string selector) =>
        selector.Length <= MostCharacters && selector.AsSpan().Count('(') <= MostParentheses;

    /// <summary>Whether a name is that of a host, or of all its subdomains: <c>.example.org</c>.</summary>
    public static bool IsHost(string name) =>
        Uri.CheckHostName(name.StartsWith('.') ? name[1..] : name) != UriHostNameType.Unknown;

    /// <summary>Reads an object of hosts and their rules.</summary>
    /// <exception cref="SiteRulesException">A rule is wrong.</exception>
    public static List<CompiledRule> Read(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        var reader = new SiteRulesReader(json.StartsWith(mark) ? json[mark.Length..] : json);
        try
        {
            return reader.ReadHosts();
        }
        catch (JsonException fault)
        {
            int line = (int)(fault.LineNumber ?? 0) + 1;
            int column = (int)(fault.BytePositionInLine ?? 0) + 1;
            throw new SiteRulesException($"The site rules are not valid JSON at line {line}, column {column}.", fault)
            {
                Line = line,
                Column = column,
            };
        }
    }

    private List<CompiledRule> ReadHosts()
    {
        var rules = new List<CompiledRule>();
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        _reader.Read();
        Expect(
            JsonTokenType.StartObject, "an object of hosts is needed, as in {\"example.org\": {\"body\": \".story\"}}");
        while (Next() == JsonTokenType.PropertyName)
        {
            string name = ReadText();
            _host = name;
            if (!IsHost(name))
            {
                throw Fault("it is not the name of a host, such as example.org");
            }

            if (!hosts.Add(name))
            {
                throw Fault("the host has two rules");
            }

            rules.Add(ReadRule(name));
            _host = null;
        }

        // Reading on finds content that must not follow the object.
        _reader.Read();
        return rules;
    }

    private CompiledRule ReadRule(string host)
    {
        var selectors = new List<RuleSelector>();
        Next();
        Expect(JsonTokenType.StartObject, "an object of fields is needed, as in {\"body\": \".story\"}");
        while (Next() == JsonTokenType.PropertyName)
        {
            string name = ReadText();
            _field = name;
            RuleField field = Fields.FirstOrDefault(entry => entry.Name == name).Field;
            if (field == RuleField.None)
            {
                throw Fault(
                    $"there is no such field; the fields are {string.Join(", ", Fields.Select(entry => entry.Name))}");
            }

            if (selectors.Exists(entry => entry.Field == field))
            {
                throw Fault("the field occurs twice");
            }

            foreach ((int order, string text) in ReadSelectors().Index())
            {
                selectors.Add(new RuleSelector(field, order, text, _css.ParseSelector(text)!));
            }

            _field = null;
        }

        return new CompiledRule(host, selectors);
    }

    /// <summary>Reads one selector, an array of selectors that are joined, or an object of alternatives.</summary>
    private List<string> ReadSelectors()
    {
        if (Next() != JsonTokenType.StartObject)
        {
            return [string.Join(", ", ReadTexts())];
        }

        if (Next() != JsonTokenType.PropertyName || ReadText() != First)
        {
            throw Fault($"an object of alternatives is {{\"{First}\": [\".story\", \"article\"]}}");
        }

        Next();
        List<string> alternatives = ReadTexts();
        Next();
        Expect(JsonTokenType.EndObject, "the alternatives must be alone in their object");
        return alternatives;
    }

    /// <summary>Reads the selector at which the reader is, or an array of them.</summary>
    private List<string> ReadTexts()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            return [CheckedSelector()];
        }

        var texts = new List<string>();
        while (Next() != JsonTokenType.EndArray)
        {
            texts.Add(CheckedSelector());
        }

        return texts.Count > 0 ? texts : throw Fault("at least one selector is needed");
    }

    private readonly string CheckedSelector()
    {
        Expect(JsonTokenType.String, "a CSS selector or an array of them is needed");
        string text = ReadText();
        if (!IsWithinLimits(text))
        {
            throw Fault($"a selector has at most {MostCharacters} characters and {MostParentheses} parentheses");
        }

        return !string.IsNullOrWhiteSpace(text) && _css.ParseSelector(text) is not null
            ? text
            : throw Fault("this is not a CSS selector", text);
    }

    /// <summary>The text of the current token.</summary>
    private readonly string ReadText()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // There is no way to check beforehand.
            throw Fault("this text is not UTF-8, or has half a surrogate pair");
        }
    }

    private JsonTokenType Next()
    {
        _reader.Read();
        return _reader.TokenType;
    }

    private readonly void Expect(JsonTokenType type, string need)
    {
        if (_reader.TokenType != type)
        {
            throw Fault(need);
        }
    }

    /// <summary>Names the place of the current token: host, field, selector, line and column.</summary>
    private readonly SiteRulesException Fault(string what, string? selector = null)
    {
        ReadOnlySpan<byte> before = _json[..(int)_reader.TokenStartIndex];
        int line = before.Count((byte)'\n') + 1;
        int column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        string place = string.Concat(
            _host is null ? "" : $" of '{_host}'", _field is null ? "" : $", field '{_field}'",
            selector is null ? "" : $", selector '{selector}'");
        return new SiteRulesException($"Site rules{place}, line {line}, column {column}: {what}.")
        {
            Host = _host,
            Field = _field,
            Selector = selector,
            Line = line,
            Column = column,
        };
    }
}

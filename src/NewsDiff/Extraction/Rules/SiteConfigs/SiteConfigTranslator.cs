using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using AngleSharp.Css.Parser;

namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <summary>Translates the site config of one host into the selectors of a rule.</summary>
internal sealed class SiteConfigTranslator
{
    /// <summary>The maximum number of selectors of a field; each runs on every element of a page.</summary>
    private const int MostSelectors = 500;

    private const string NoPages = "is not supported, because a rule reads one page and follows no links";
    private const string NoRewriting = "is not supported, because a rule does not rewrite pages";
    private const string NoLogin = "is refused: a rule logs in nowhere";
    private const string Nothing = "is ignored, because it makes no difference to the text";

    /// <summary>What becomes of directives that are not translated; null for those that are no instructions.</summary>
    private static readonly FrozenDictionary<string, string?> Others = new Dictionary<string, string?>
    {
        ["test_url"] = null,
        ["test_contains"] = null,
        ["http_header"] = "is refused: a rule sends no headers, no cookies and no other name of a browser",
        ["requires_login"] = NoLogin,
        ["login_uri"] = NoLogin,
        ["login_username_field"] = NoLogin,
        ["login_password_field"] = NoLogin,
        ["login_extra_fields"] = NoLogin,
        ["not_logged_in_xpath"] = NoLogin,
        ["single_page_link"] = NoPages,
        ["single_page_link_in_feed"] = NoPages,
        ["next_page_link"] = NoPages,
        ["autodetect_next_page"] = NoPages,
        ["if_page_contains"] = NoPages,
        ["find_string"] = NoRewriting,
        ["replace_string"] = NoRewriting,
        ["wrap_in"] = NoRewriting,
        ["move_into"] = NoRewriting,
        ["dissolve"] = NoRewriting,
        ["prune"] = Nothing,
        ["tidy"] = Nothing,
        ["parser"] = Nothing,
        ["autodetect_on_failure"] = Nothing,
        ["convert_double_br_tags"] = Nothing,
        ["insert_detected_image"] = Nothing,
        ["native_ad_clue"] = Nothing,
        ["skip_json_ld"] = Nothing,
        ["src_lazy_load_attr"] = Nothing,
        ["strip_attr"] = Nothing,
        ["post_strip_attr"] = Nothing,
        ["strip_comments"] = Nothing,
        ["strip_image_src"] = Nothing,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string _file;
    private readonly string _host;
    private readonly Action<SiteRulesException>? _report;
    private readonly CssSelectorParser _css = new();
    private readonly Dictionary<RuleField, List<string>> _selectors = [];

    private SiteConfigTranslator(string file, string host, Action<SiteRulesException>? report)
    {
        _file = file;
        _host = host;
        _report = report;
    }

    /// <summary>Translates a site config.</summary>
    /// <param name="file">The name of its file, for the report.</param>
    /// <param name="host">The host of the rule.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="report">Receives what is left out.</param>
    /// <returns>The selectors of each field: alternatives, but for what is removed.</returns>
    public static IReadOnlyDictionary<RuleField, List<string>> Translate(
        string file, string host, string text, Action<SiteRulesException>? report)
    {
        var translator = new SiteConfigTranslator(file, host, report);
        foreach (SiteConfigLine line in SiteConfigLine.Read(text))
        {
            translator.Add(line);
        }

        return translator._selectors;
    }

    private void Add(SiteConfigLine line)
    {
        try
        {
            if (line.Value is not { } value)
            {
                throw new XPathNotTranslatedException("this is no directive");
            }

            switch (line.Name)
            {
                case "title":
                    Add(RuleField.Title, Checked(value, XPathUse.FirstText));
                    break;
                case "date":
                    Add(RuleField.Date, Checked(value, XPathUse.FirstText));
                    break;
                case "author":
                    Add(RuleField.Authors, Checked(value, XPathUse.Texts));
                    break;
                case "body":
                    Add(RuleField.Body, Checked(value, XPathUse.Elements));
                    break;
                case "strip":
                    Array.ForEach([.. Checked(value, XPathUse.Elements)], css => Add(RuleField.Remove, [css]));
                    break;
                case "strip_id_or_class":
                    AddNames(value);
                    break;
                default:
                    ReportOther(line);
                    break;
            }
        }
        catch (XPathNotTranslatedException fault)
        {
            Report(line, $"is not translated: {fault.Message}");
        }
    }

    private void Add(RuleField field, ImmutableArray<string> combined)
    {
        List<string> known = _selectors.TryGetValue(field, out List<string>? list) ? list : _selectors[field] = [];
        string selector = string.Join(", ", combined);
        if (!SiteRulesReader.IsWithinLimits(selector))
        {
            throw new XPathNotTranslatedException("the selector becomes too long");
        }

        if (known.Contains(selector))
        {
            return;
        }

        known.Add(known.Count < MostSelectors
            ? selector
            : throw new XPathNotTranslatedException($"a field has at most {MostSelectors} selectors"));
    }

    /// <summary>Adds what has a text in its id or its class names.</summary>
    private void AddNames(string value)
    {
        string name = value.Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        if (name.Length == 0 || !IsText(name))
        {
            throw new XPathNotTranslatedException("a part of a name is needed");
        }

        Add(RuleField.Remove, [CssText.Attribute("class", "*=", name)]);
        Add(RuleField.Remove, [CssText.Attribute("id", "*=", name)]);
    }

    /// <summary>Translates an expression to selectors that the parser of rules can read.</summary>
    private ImmutableArray<string> Checked(string xpath, XPathUse use)
    {
        if (xpath.Length == 0 || !IsText(xpath))
        {
            throw new XPathNotTranslatedException("an XPath expression in UTF-8 is needed");
        }

        ImmutableArray<string> selectors = XPathTranslator.Translate(xpath, use);
        return selectors.All(IsReadable)
            ? selectors
            : throw new XPathNotTranslatedException("it would be too long or too deep for a selector");
    }

    private bool IsReadable(string selector) =>
        SiteRulesReader.IsWithinLimits(selector) && _css.ParseSelector(selector) is not null;

    private static bool IsText(string value) => !value.EnumerateRunes().Contains(Rune.ReplacementChar);

    private void ReportOther(SiteConfigLine line)
    {
        bool isKnown = Others.TryGetValue(line.Name, out string? fate);
        if (!isKnown)
        {
            Report(line, "is left out, because there is no such directive");
        }
        else if (fate is not null)
        {
            Report(line, fate);
        }
    }

    private void Report(SiteConfigLine line, string what)
    {
        const int longest = 200;
        bool isShown = line.Value is { Length: > 0 and <= longest };
        string value = isShown ? $"'{line.Name}: {line.Value}'" : $"'{line.Name}'";
        _report?.Invoke(new SiteRulesException($"{_file}, line {line.Number}: {value} {what}.")
        {
            Host = _host,
            Field = line.Name,
            Selector = line.Value,
            Line = line.Number,
        });
    }
}

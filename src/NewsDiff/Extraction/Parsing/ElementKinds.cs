using System.Collections.Frozen;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Finds the kind of an element by its name.</summary>
internal static class ElementKinds
{
    private static readonly FrozenDictionary<string, ElementKind> ByName = new (ElementKind Kind, string Names)[]
    {
        (ElementKind.Body, "body"),
        (ElementKind.Main, "main"),
        (ElementKind.Article, "article"),
        (ElementKind.Section, "section"),
        (ElementKind.Header, "header hgroup"),
        (ElementKind.Footer, "footer"),
        (ElementKind.Nav, "nav menu"),
        (ElementKind.Aside, "aside"),
        (ElementKind.Form, "form fieldset dialog"),
        (ElementKind.Figure, "figure"),
        (ElementKind.Caption, "figcaption caption"),
        (ElementKind.Paragraph, "p"),
        (ElementKind.Heading, "h1 h2 h3 h4 h5 h6"),
        (ElementKind.List, "ul ol dl"),
        (ElementKind.ListItem, "li dt dd"),
        (ElementKind.Quote, "blockquote"),
        (ElementKind.Preformatted, "pre"),
        (ElementKind.Table, "table"),
        (ElementKind.Row, "tr"),
        (ElementKind.Cell, "td th"),
        (ElementKind.Link, "a"),
        (ElementKind.Emphasis, "b strong i em u"),
        (ElementKind.LineBreak, "br"),
        (ElementKind.Time, "time"),
        (ElementKind.Address, "address"),
        (
            ElementKind.Inline,
            "span small big sub sup mark font abbr acronym cite code kbd samp var q data label ins del s "
                + "strike bdi bdo ruby rb tt nobr dfn wbr img picture source blink amp-img"),
        (ElementKind.Skipped, "style noscript template svg iframe object embed video audio canvas select button input "
            + "textarea option datalist map area rt rp noembed noframes progress meter math applet"),
        (ElementKind.Script, "script"),
        (ElementKind.Title, "title"),
        (ElementKind.Meta, "meta"),
        (ElementKind.LinkTag, "link"),
        (ElementKind.Base, "base"),
    }.SelectMany(row => row.Names.Split(' '), (row, name) => KeyValuePair.Create(name, row.Kind)).ToFrozenDictionary();

    /// <summary>The kind of a name; unknown names start a block.</summary>
    public static ElementKind Of(string localName) => ByName.GetValueOrDefault(localName, ElementKind.Block);

    /// <summary>Whether a custom element is inline: it is if its parent is.</summary>
    public static bool IsInlineIn(string localName, ElementKind parent) =>
        localName.Contains('-', StringComparison.Ordinal)
            && (IsInline(parent) || parent is ElementKind.Paragraph or ElementKind.Heading);

    /// <summary>Whether an element that usually has no text may wrap the page's text.</summary>
    public static bool MayWrap(string localName) =>
        localName is "button" or "object" or "map" or "applet" or "datalist" or "option" or "rt" or "rp";

    /// <summary>Whether an element without text still separates the text before and after it.</summary>
    public static bool IsSkippedBlock(string localName) => localName is "iframe" or "video" or "select" or "button";

    public static bool IsInline(ElementKind kind) =>
        kind is ElementKind.Inline or ElementKind.Link or ElementKind.Emphasis or ElementKind.Time;
}

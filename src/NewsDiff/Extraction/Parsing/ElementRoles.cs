using NewsDiff.Extraction.Html;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Finds the roles of an element by its tag, its attributes and its class names.</summary>
internal static class ElementRoles
{
    public static Roles Of(HtmlElement element, ElementKind kind, Roles ofClasses)
    {
        if (kind == ElementKind.Body || element.Name == "html")
        {
            return Roles.None;
        }

        if (!element.HasAttributes)
        {
            return OfKind(kind);
        }

        Roles roles = OfKind(kind) | OfAttributes(element, kind);
        Roles named = ofClasses | RoleWords.Of(element.GetSpan(AttributeName.Id));

        // Some pages give the role to the word that is explained, but not the name.
        bool isTip = named.HasAny(Roles.Widget) && element.GetSpan(AttributeName.Role) is "tooltip";
        roles |= isTip ? Roles.Hidden | Roles.Unseen : Roles.None;

        // Publishing systems write an article's own tags, author and sections into the class of its outermost element.
        if (kind is ElementKind.Main or ElementKind.Article || named.HasAny(Roles.Body))
        {
            named &= ~Roles.Denied;
        }

        return roles | named;
    }

    private static Roles OfKind(ElementKind kind) => kind switch
    {
        ElementKind.Nav => Roles.Navigation,
        ElementKind.Footer => Roles.Footer,
        ElementKind.Aside => Roles.Aside,
        ElementKind.Header => Roles.Header,
        ElementKind.Caption => Roles.Caption,
        ElementKind.Form => Roles.Form,
        ElementKind.Main or ElementKind.Article => Roles.Article,
        _ => Roles.None,
    };

    private static Roles OfAttributes(HtmlElement element, ElementKind kind)
    {
        Roles roles = Roles.None;
        foreach (ref readonly HtmlAttribute attribute in element.Attributes)
        {
            roles |= attribute.Name switch
            {
                // Browsers show what is "until-found" to a reader who searches for it.
                AttributeName.Hidden when element.SpanOf(attribute) is not "until-found" =>
                    Roles.Hidden | Roles.Unseen,

                // It hides from screen readers alone; a paragraph is for all others.
                AttributeName.AriaHidden when kind != ElementKind.Paragraph && element.SpanOf(attribute) is "true" =>
                    Roles.Hidden,
                AttributeName.Style when IsInvisible(element.SpanOf(attribute)) => Roles.Hidden | Roles.Unseen,
                AttributeName.Role => OfAriaRole(element.SpanOf(attribute)),
                AttributeName.Itemprop => OfProperty(element.SpanOf(attribute)),
                _ => Roles.None,
            };
        }

        return IsPanel(element) ? roles & ~(Roles.Hidden | Roles.Unseen) : roles;
    }

    /// <summary>Whether an element is a panel of an accordion or of tabs, which readers open.</summary>
    /// <remarks>
    /// The panel of an accordion is a region that is named by what opens it (WAI-ARIA); a banner names itself.
    /// </remarks>
    private static bool IsPanel(HtmlElement element) => element.GetSpan(AttributeName.Role) switch
    {
        "tabpanel" => true,
        "region" => element.Has(AttributeName.AriaLabelledBy),
        _ => false,
    };

    private static bool IsInvisible(ReadOnlySpan<char> style)
    {
        if (!style.ContainsAny("nN"))
        {
            return false;
        }

        string plain = style.ToString().Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static Roles OfAriaRole(ReadOnlySpan<char> role) => role switch
    {
        "navigation" or "menu" or "menubar" or "search" => Roles.Navigation,
        "complementary" => Roles.Aside,
        "contentinfo" => Roles.Footer,
        "banner" => Roles.Header,
        "dialog" or "alertdialog" => Roles.Banner,
        "main" or "article" => Roles.Article,
        _ => Roles.None,
    };

    private static Roles OfProperty(ReadOnlySpan<char> property) => property switch
    {
        "articleBody" => Roles.Body,
        "headline" => Roles.Headline,
        "author" => Roles.Byline,
        "datePublished" or "dateModified" => Roles.Date,
        "caption" => Roles.Caption,
        "comment" => Roles.Comments,
        _ => Roles.None,
    };
}

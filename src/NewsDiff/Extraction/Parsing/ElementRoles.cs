using NewsDiff.Extraction.Html;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Finds the roles of an element by its tag, its attributes and its class names.</summary>
internal static class ElementRoles
{
    public static Roles Of(HtmlElement element, ElementKind kind, string? classes, NameRoles names)
    {
        if (kind == ElementKind.Body || element.Name == "html")
        {
            return Roles.None;
        }

        if (!element.HasAttributes)
        {
            return OfKind(kind);
        }

        Roles roles = OfKind(kind) | OfAttributes(element);
        Roles named = names.Of(classes) | names.Of(element.GetAttribute("id"));

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

    private static Roles OfAttributes(HtmlElement element)
    {
        Roles roles = Roles.None;
        foreach (ref readonly HtmlAttribute attribute in element.Attributes)
        {
            roles |= attribute.NameLength switch
            {
                4 when element.Is(attribute, "role") => OfAriaRole(element.ValueOf(attribute)),
                5 when element.Is(attribute, "style") && IsInvisible(element.ValueOf(attribute)) =>
                    Roles.Hidden | Roles.Unseen,
                6 when element.Is(attribute, "hidden") => Roles.Hidden | Roles.Unseen,
                8 when element.Is(attribute, "itemprop") => OfProperty(element.ValueOf(attribute)),
                11 when element.Is(attribute, "aria-hidden") && element.ValueOf(attribute) == "true" => Roles.Hidden,
                _ => Roles.None,
            };
        }

        return roles;
    }

    private static bool IsInvisible(string style)
    {
        string plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static Roles OfAriaRole(string role) => role switch
    {
        "navigation" or "menu" or "menubar" or "search" => Roles.Navigation,
        "complementary" => Roles.Aside,
        "contentinfo" => Roles.Footer,
        "banner" => Roles.Header,
        "dialog" or "alertdialog" => Roles.Banner,
        "main" or "article" => Roles.Article,
        _ => Roles.None,
    };

    private static Roles OfProperty(string property) => property switch
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

using AngleSharp.Dom;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Finds the roles of an element by its tag, its attributes and its class names.</summary>
internal static class ElementRoles
{
    public static Roles Of(IElement element, ElementKind kind, string? classes, NameRoles names)
    {
        if (kind == ElementKind.Body || element.LocalName == "html")
        {
            return Roles.None;
        }

        if (element.Attributes.Length == 0)
        {
            return OfKind(kind);
        }

        Roles roles = OfKind(kind) | OfAttributes(element);
        Roles named = names.Of(classes) | names.Of(element.Id);

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

    private static Roles OfAttributes(IElement element)
    {
        Roles roles = Roles.None;
        INamedNodeMap attributes = element.Attributes;
        for (int i = 0; i < attributes.Length; i++)
        {
            IAttr attribute = attributes[i]!;
            string value = attribute.Value;
            switch (attribute.Name)
            {
                case "hidden":
                    roles |= Roles.Hidden | Roles.Unseen;
                    break;
                case "aria-hidden" when value == "true":
                    roles |= Roles.Hidden;
                    break;
                case "style" when IsInvisible(value):
                    roles |= Roles.Hidden | Roles.Unseen;
                    break;
                case "role":
                    roles |= OfAriaRole(value);
                    break;
                case "itemprop":
                    roles |= OfProperty(value);
                    break;
                default:
                    break;
            }
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

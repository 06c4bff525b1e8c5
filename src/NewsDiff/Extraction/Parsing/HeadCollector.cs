using System.Buffers;
using NewsDiff.Extraction.Html;
using NewsDiff.Extraction.Rules;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Collects what a page's head and the attributes of its elements state.</summary>
internal sealed class HeadCollector
{
    private static readonly SearchValues<string> AuthorFolders = SearchValues.Create(
        [.. KnownLanguages.Words(static language => language.AuthorFolders).Select(static folder => $"/{folder}/")],
        StringComparison.OrdinalIgnoreCase);

    private static readonly (RuleField Field, MarkKind Kind)[] RuledMarks =
        [
            (RuleField.Title, MarkKind.RuledTitle), (RuleField.Date, MarkKind.RuledDate),
            (RuleField.Authors, MarkKind.RuledAuthor),
        ];

    private int _metas;

    public Dictionary<string, List<string>> Metas { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<PageMark> Marks { get; } = [];

    public List<PageLink> Links { get; } = [];

    public string? Title { get; private set; }

    /// <summary>The first address of a base element, as written.</summary>
    public string? BaseAddress { get; private set; }

    /// <summary>Reads an element without text.</summary>
    public void Read(HtmlElement element, ElementKind kind)
    {
        switch (kind)
        {
            case ElementKind.Title:
                Title ??= PlainText.Cut(element.TextContent, PageLimits.TitleLength);
                break;
            case ElementKind.Meta:
                ReadMeta(element);
                break;
            case ElementKind.Base:
                BaseAddress ??= element.GetAttribute("href");
                break;
            case ElementKind.LinkTag:
                ReadLink(element);
                break;
            default:
                break;
        }
    }

    /// <summary>Collects what a site's rule selects in an element.</summary>
    public void ReadRuled(HtmlElement element, int node)
    {
        foreach ((RuleField field, MarkKind kind) in RuledMarks)
        {
            if ((element.Fields & field) != RuleField.None && Marks.Count < PageLimits.Marks)
            {
                Marks.Add(new PageMark(kind, node, element.GetAttribute("datetime") ?? element.GetAttribute("content")));
            }
        }
    }

    /// <summary>Collects what an element with text may state.</summary>
    public void ReadMarks(HtmlElement element, ElementKind kind, Roles own, int node)
    {
        bool mayBeMarked = element.HasAttributes || kind is ElementKind.Heading or ElementKind.Time;
        if (Marks.Count >= PageLimits.Marks || !mayBeMarked)
        {
            return;
        }

        string? property = element.GetAttribute("itemprop");
        string? date = element.GetAttribute("datetime") ?? (property is null ? null : element.GetAttribute("content"));
        if (property is "datePublished" or "dateModified")
        {
            Marks.Add(new PageMark(property == "datePublished" ? MarkKind.Published : MarkKind.Modified, node, date));
        }
        else if (kind == ElementKind.Time || (own.HasAny(Roles.Date) && date is not null))
        {
            bool isUpdate = element.GetAttribute("class") is { } name && (name.Contains("updat", StringComparison.OrdinalIgnoreCase)
                || name.Contains("modif", StringComparison.OrdinalIgnoreCase))
                    && !name.Contains("publish", StringComparison.OrdinalIgnoreCase);
            Marks.Add(new PageMark(isUpdate ? MarkKind.Modified : MarkKind.Time, node, date));
        }
        else if (property == "author" || element.GetAttribute("rel") == "author" || LeadsToAuthor(element, kind))
        {
            Marks.Add(new PageMark(MarkKind.Author, node, null));
        }
        else if (own.HasAny(Roles.Byline))
        {
            Marks.Add(new PageMark(MarkKind.Byline, node, null));
        }
        else if (own.HasAny(Roles.Date))
        {
            Marks.Add(new PageMark(MarkKind.DateText, node, null));
        }

        if ((kind == ElementKind.Heading && element.Name == "h1") || property == "headline")
        {
            Marks.Add(new PageMark(MarkKind.Headline, node, null));
        }
    }

    private static bool LeadsToAuthor(HtmlElement element, ElementKind kind) =>
        kind == ElementKind.Link && element.GetAttribute("href").AsSpan().ContainsAny(AuthorFolders);

    private void ReadMeta(HtmlElement element)
    {
        string? content = element.GetAttribute("content");
        string? name = element.GetAttribute("property")
            ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop")
            ?? element.GetAttribute("http-equiv");
        if (string.IsNullOrWhiteSpace(content) || string.IsNullOrWhiteSpace(name)
            || content.Length > PageLimits.StatementLength
            || name.Length > PageLimits.NameLength
            || ++_metas > PageLimits.Metas)
        {
            return;
        }

        name = name.Trim();
        if (!Metas.TryGetValue(name, out List<string>? values))
        {
            Metas[name] = values = [];
        }

        values.Add(content.Trim());
    }

    private void ReadLink(HtmlElement element)
    {
        if (Links.Count < PageLimits.Links
            && element.GetAttribute("rel") is { } relation
            && element.GetAttribute("href") is { Length: > 0 } address)
        {
            Links.Add(new PageLink(relation.Trim(), element.GetAttribute("type"), address));
        }
    }
}

using System.Buffers;
using System.Collections.Frozen;
using NewsDiff.Dates;
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

    /// <summary>The types of items in an article with authors and dates of their own.</summary>
    private static readonly FrozenSet<string> OtherItems = FrozenSet.Create(
        "ImageObject", "VideoObject", "AudioObject", "MediaObject", "Photograph", "Comment", "UserComments");

    private static readonly (RuleField Field, MarkKind Kind)[] RuledMarks =
        [
            (RuleField.Title, MarkKind.RuledTitle), (RuleField.Date, MarkKind.RuledDate),
            (RuleField.Authors, MarkKind.RuledAuthor),
        ];

    private int _links;

    public PageMetas Metas { get; } = new();

    public List<PageMark> Marks { get; } = [];

    public List<PageLink> Links { get; } = [];

    public List<PageControl> Controls { get; } = [];

    public string? Title { get; private set; }

    /// <summary>The first address of a base element, as written.</summary>
    public string? BaseAddress { get; private set; }

    /// <summary>Reads an element without text.</summary>
    /// <param name="element">The element.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="parent">The node around it.</param>
    public void Read(HtmlElement element, ElementKind kind, int parent)
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
                BaseAddress ??= element.Get(AttributeName.Href);
                break;
            case ElementKind.LinkTag:
                ReadLink(element);
                break;
            case ElementKind.Skipped:
                ReadControl(element, parent);
                break;
            default:
                break;
        }
    }

    /// <summary>Collects what a site's rule selects in an element.</summary>
    public void ReadRuled(HtmlElement element, int node)
    {
        if (element.Fields == RuleField.None)
        {
            return;
        }

        foreach ((RuleField field, MarkKind kind) in RuledMarks)
        {
            if ((element.Fields & field) != RuleField.None && Marks.Count < PageLimits.Marks)
            {
                string? stated = element.Get(AttributeName.Datetime) ?? element.Get(AttributeName.Content);
                Marks.Add(new PageMark(kind, node, stated));
            }
        }
    }

    /// <summary>Collects what a site's rule selects in a part that it removes.</summary>
    /// <param name="removed">The part.</param>
    /// <param name="parent">The node around it.</param>
    public void ReadRemoved(HtmlElement removed, int parent)
    {
        foreach (HtmlElement element in removed.Elements())
        {
            foreach ((RuleField field, MarkKind kind) in RuledMarks)
            {
                if ((element.Fields & field) != RuleField.None && Marks.Count < PageLimits.Marks)
                {
                    string stated = element.Get(AttributeName.Datetime) ?? element.Get(AttributeName.Content)
                        ?? PlainText.Collapse(element.TextWithin(PageLimits.BylineLength));
                    Marks.Add(new PageMark(kind, parent, stated));
                }
            }
        }
    }

    /// <summary>Collects what an element with text may state.</summary>
    /// <param name="element">The element.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="own">Its roles.</param>
    /// <param name="node">Its node.</param>
    /// <param name="address">The target of its link, or null.</param>
    public void ReadMarks(HtmlElement element, ElementKind kind, Roles own, int node, ReadOnlyMemory<char>? address)
    {
        bool mayBeMarked = element.HasAttributes || kind is ElementKind.Heading or ElementKind.Time;
        if (Marks.Count >= PageLimits.Marks || !mayBeMarked)
        {
            return;
        }

        bool hasProperty = TryGetProperty(element, out ReadOnlySpan<char> property);
        string? date = element.Get(AttributeName.Datetime)
            ?? (hasProperty ? element.Get(AttributeName.Content) : null)
            ?? StatedDate(element, kind, own);
        if (property is "datePublished" or "dateModified")
        {
            Marks.Add(new PageMark(property is "datePublished" ? MarkKind.Published : MarkKind.Modified, node, date));
        }
        else if (kind == ElementKind.Time || (date is not null && (own.HasAny(Roles.Date) || IsInstant(date))))
        {
            bool isUpdate = SaysUpdate(element.GetSpan(AttributeName.Class));
            Marks.Add(new PageMark(isUpdate ? MarkKind.Modified : MarkKind.Time, node, date));
        }
        else if (property is "author" || element.GetSpan(AttributeName.Rel) is "author"
            || (address is { } target && target.Span.ContainsAny(AuthorFolders)))
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

        if ((kind == ElementKind.Heading && element.Name == "h1") || property is "headline")
        {
            Marks.Add(new PageMark(MarkKind.Headline, node, null));
        }
    }

    /// <summary>The date in an attribute of an element that shows it in words, such as "2 days ago".</summary>
    private static string? StatedDate(HtmlElement element, ElementKind kind, Roles own)
    {
        bool isDate = kind == ElementKind.Time || own.HasAny(Roles.Date);
        bool hasStatement = element.Has(AttributeName.DataTime) || element.Has(AttributeName.Title);
        if (!hasStatement || (!isDate && !ElementKinds.IsInline(kind)))
        {
            return null;
        }

        ReadOnlySpan<char> stated = element.GetSpan(
            element.Has(AttributeName.DataTime) ? AttributeName.DataTime : AttributeName.Title);
        return stated.Length is > 0 and < PageLimits.NameLength
            && (IsInstant(stated)
                || (isDate && UpdateWords.IndexIn(stated) < 0
                    && (EpochDate.Read(stated) is not null || DateText.Find(stated) is not null)))
            ? stated.ToString()
            : null;
    }

    /// <summary>Whether a text has the form of machines: "2026-05-03T14:20".</summary>
    private static bool IsInstant(ReadOnlySpan<char> text) =>
        text.Length >= "2026-05-03T14:20".Length && text[4] == '-' && text[7] == '-' && text[10] == 'T'
        && !text[..4].ContainsAnyExceptInRange('0', '9');

    /// <summary>The property that an element states; none of a picture, a film, a sound or a comment.</summary>
    private static bool TryGetProperty(HtmlElement element, out ReadOnlySpan<char> property)
    {
        bool isItem = element.Has(AttributeName.Itemprop);
        property = isItem ? element.GetSpan(AttributeName.Itemprop) : RdfaPropertyOf(element);
        bool isOfAnother = property is "author" or "datePublished" or "dateModified" or "headline"
            && IsOfAnother(element);
        property = isOfAnother ? [] : property;
        return !isOfAnother && (isItem || !property.IsEmpty);
    }

    /// <summary>The property in RDFa, by the names of schema.org.</summary>
    private static string? RdfaPropertyOf(HtmlElement element)
    {
        if (!element.Has(AttributeName.Property))
        {
            return null;
        }

        ReadOnlySpan<char> names = element.GetSpan(AttributeName.Property);
        foreach (Range range in names.SplitAny(" \t\n"))
        {
            switch (names[range])
            {
                case "author" or "schema:author":
                    return "author";
                case "datePublished" or "schema:datePublished" or "dc:created":
                    return "datePublished";
                case "dateModified" or "schema:dateModified":
                    return "dateModified";
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>Whether the nearest item around an element, to which its properties belong, is no text.</summary>
    private static bool IsOfAnother(HtmlElement element)
    {
        HtmlElement item = element.Parent;
        while (item.Node != 0 && !item.Has(AttributeName.Itemscope))
        {
            item = item.Parent;
        }

        ReadOnlySpan<char> type = item.Node == 0 ? [] : item.GetSpan(AttributeName.Itemtype).TrimEnd('/');
        return OtherItems.Contains(type[(type.LastIndexOf('/') + 1)..].ToString());
    }

    private static bool SaysUpdate(ReadOnlySpan<char> classes) =>
        (classes.Contains("updat", StringComparison.OrdinalIgnoreCase)
            || classes.Contains("modif", StringComparison.OrdinalIgnoreCase))
        && !classes.Contains("publish", StringComparison.OrdinalIgnoreCase);

    private void ReadMeta(HtmlElement element)
    {
        ReadOnlyMemory<char> content = element.GetMemory(AttributeName.Content) ?? default;
        ReadOnlyMemory<char> name = element.GetMemory(AttributeName.Property)
            ?? element.GetMemory(AttributeName.Name)
            ?? (TryGetProperty(element, out _)
                ? element.GetMemory(AttributeName.Itemprop)
                : element.GetMemory(AttributeName.HttpEquiv))
            ?? default;
        if (!content.Span.IsWhiteSpace() && !name.Span.IsWhiteSpace()
            && content.Length <= PageLimits.StatementLength
            && name.Length <= PageLimits.NameLength
            && Metas.Count < PageLimits.Metas)
        {
            Metas.Add(name.Trim(), content.Trim());
        }
    }

    private void ReadControl(HtmlElement element, int parent)
    {
        bool isMailField = element.Name == "input"
            && element.GetSpan(AttributeName.Type).Equals("email", StringComparison.OrdinalIgnoreCase);
        if (Controls.Count < PageLimits.Controls && (isMailField || element.Name == "button"))
        {
            Controls.Add(new PageControl(parent, isMailField));
        }
    }

    private void ReadLink(HtmlElement element)
    {
        if (_links < PageLimits.Links
            && element.Has(AttributeName.Rel)
            && element.GetSpan(AttributeName.Href) is { Length: > 0 } address)
        {
            _links++;
            ReadOnlySpan<char> relation = element.GetSpan(AttributeName.Rel);
            if (PageLink.IsRead(relation))
            {
                Links.Add(new PageLink(relation.ToString(), element.Get(AttributeName.Type), address.ToString()));
            }
        }
    }
}

using System.Collections.Immutable;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads the names of the authors from the surest source.</summary>
internal sealed class AuthorReader
{
    private static readonly string[] Metas =
    [
        "author", "article:author", "og:author", "parsely-author", "sailthru.author", "citation_author",
        "citation_authors", "dc.creator", "dcterms.creator", "byl", "cXenseParse:author", "article:author_name",
        "og:article:author", "article.author",
        "authors",
    ];

    private const int LongestTitle = 6;

    private readonly Page _page;
    private readonly LinkedData _linked;
    private readonly ShownAuthors _shown;
    private readonly string? _siteName;

    public AuthorReader(Page page, LinkedData linked, BodyPlace place, string? siteName)
    {
        _page = page;
        _linked = linked;
        _shown = new ShownAuthors(page, place, IsPublisher, IsHouse);
        _siteName = siteName;
    }

    public ImmutableArray<string> Read() => [.. ReadAll().Take(PageLimits.Authors)];

    private List<string> ReadAll()
    {
        if (Ruled() is { Count: > 0 } ruled)
        {
            return ruled;
        }

        List<string> stated = WithoutPublisher(Names(_linked.Authors.Where(value => !IsPublisher(value))));
        if (stated.Count == 0)
        {
            stated = FromMetas();
        }

        if (stated.Count > 0 && !stated.All(IsPublisher))
        {
            return Completed(WithoutPublisher(stated));
        }

        List<string> shown = _shown.Read();
        shown = shown.Count > 0 ? shown : _linked.Authors.Count > 0 ? Names(_linked.Authors) : stated;
        shown = shown.Count > 0 ? shown : AsWritten();
        shown = shown.Count > 0 ? shown : _shown.FromDateline();
        shown = shown.Count > 0 ? shown : _shown.FromMarks(MarkKind.Author);
        shown = shown.Count > 0 ? shown : _shown.FromMarks(MarkKind.Byline);
        return shown.Count > 0 ? shown : _shown.AsWritten();
    }

    /// <summary>The names below the headline, where they are more than the stated ones, or quite others.</summary>
    /// <remarks>Publishing systems state the account that posted an article, and often only the first author.</remarks>
    private List<string> Completed(List<string> stated)
    {
        List<string> shown = WithoutPublisher(_shown.FromHead()).FindAll(name => !IsHouse(name));
        if (shown.Count > 0 && shown.TrueForAll(ShownAuthors.IsWholeName)
            && (HasAll(shown, stated) || !HasAny(shown, stated)))
        {
            return shown;
        }

        List<string> linked = _shown.CountLinksAbove() > stated.Count ? _shown.FromLinks(isAbove: true) : [];
        if (linked.Count > stated.Count && linked.TrueForAll(ShownAuthors.IsWholeName) && HasAll(linked, stated))
        {
            return linked;
        }

        return stated.TrueForAll(IsHouse) && WithoutPublisher(_shown.FromCredit()) is { Count: > 0 } credited
            ? credited
            : stated;
    }

    private static bool HasAll(List<string> names, List<string> wanted) =>
        wanted.TrueForAll(name => names.Exists(other => IsSamePerson(other, name)));

    /// <summary>Whether a name is another, perhaps behind a title such as "Dr".</summary>
    private static bool IsSamePerson(string name, string other) =>
        name.EndsWith(other, StringComparison.OrdinalIgnoreCase)
        && (name.Length == other.Length
            || (name.Length - other.Length <= LongestTitle && name.IndexOf(' ', StringComparison.Ordinal)
                == name.Length - other.Length - 1));

    /// <summary>Whether some name is in both lists, at least in part.</summary>
    private static bool HasAny(List<string> names, List<string> others) =>
        names.Exists(name => others.Exists(other =>
            name.Contains(other, StringComparison.OrdinalIgnoreCase)
            || other.Contains(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A stated author who has no person's name: a newsroom, a ministry, a user.</summary>
    private List<string> AsWritten()
    {
        foreach (string value in _linked.Authors.Concat(Metas.SelectMany(
            name => _page.Metas.All(name))))
        {
            string author = PlainText.Collapse(value).Trim();
            if (PersonNames.MayBeWritten(author))
            {
                return [author];
            }
        }

        return [];
    }

    /// <summary>The names that the site's rule selects.</summary>
    private List<string> Ruled() =>
        Names(
            _page.Marks.Where(mark => mark.Kind == MarkKind.RuledAuthor).Select(mark => _page.TextOf(mark).ToString()));

    private List<string> Names(IEnumerable<string> values) =>
        [.. values.SelectMany(NamesIn).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The names in a statement; an organization has one, whatever its words.</summary>
    private List<string> NamesIn(string value)
    {
        List<string> names = PersonNames.Split(value, isStated: true);
        return names.Count > 0 && _linked.Organizations.Contains(value) ? [value] : names;
    }

    /// <summary>Whether a name is the site's: its stated name, the same with more words, or its host name.</summary>
    private bool IsPublisher(string name) =>
        IsSame(name, _siteName) || IsSame(name, _linked.Publisher)
            || _page.Url.Host.Split('.').Contains(
                name.Replace(" ", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name is of the site's people, such as "The Tide Team".</summary>
    private bool IsHouse(string name) =>
        PersonNames.HasNoPerson(name) || (_siteName is { Length: > 0 } site && ContainsName(name, site));

    private static bool ContainsName(string name, string site) =>
        name.Replace(" ", "", StringComparison.Ordinal)
            .Contains(site.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string name, string? site) =>
        site is not null
            && (name.Equals(site, StringComparison.OrdinalIgnoreCase)
                || site.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)
                || (name.StartsWith(site, StringComparison.OrdinalIgnoreCase) && !char.IsLower(name[site.Length])));

    private List<string> WithoutPublisher(List<string> names) => _shown.WithoutPublisher(names);

    private List<string> FromMetas()
    {
        foreach (string name in Metas)
        {
            if (_page.Metas.All(name) is { Count: > 0 } values
                && NamesIn(values, areWhole: name is "citation_author") is { Count: > 0 } names)
            {
                return names;
            }
        }

        return FromCardLabels();
    }

    /// <summary>The names in a meta; each value of a scholarly one is a person.</summary>
    private List<string> NamesIn(List<string> values, bool areWhole)
    {
        IEnumerable<string> others = values.Where(value => !IsPublisher(value));
        return areWhole ? [.. others.Where(PersonNames.MayBeWritten)] : Names(others);
    }

    /// <summary>The names beside a label such as "Written by" in the facts for link cards.</summary>
    private List<string> FromCardLabels()
    {
        foreach (string number in (ReadOnlySpan<string>)["1", "2"])
        {
            if (_page.Meta($"twitter:label{number}") is { } label
                && BylineWords.IsOpening(label)
                && _page.Meta($"twitter:data{number}") is { } value)
            {
                return Names([value]);
            }
        }

        return [];
    }
}

using System.Text;
using System.Text.Json;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Text;

namespace NewsDiff.Extraction.Fields;

/// <summary>The statements of a page's JSON-LD about its article.</summary>
internal sealed record LinkedData
{
    private const int DeepestNesting = 64;

    private const int DeepestNames = 5;

    /// <summary>The maximum number of described articles; the rest are ignored.</summary>
    private const int MostArticles = 100;

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = DeepestNesting,
    };

    private static readonly string[] OrganizationTypes =
    [
        "Organization", "NewsMediaOrganization", "GovernmentOrganization", "EducationalOrganization",
        "ResearchOrganization", "Corporation", "NGO",
    ];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Page _page;
    private int _articles;
    private bool? _isOwn;

    private LinkedData(Page page) => _page = page;

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    /// <summary>When the page was published, as stated for something other than an article.</summary>
    public string? PagePublished { get; private set; }

    /// <summary>When the page was modified, as stated for something other than an article.</summary>
    public string? PageModified { get; private set; }

    public List<string> Authors { get; } = [];

    /// <summary>The names of what the page describes as organizations.</summary>
    public HashSet<string> Organizations { get; } = new(StringComparer.Ordinal);

    public string? Publisher { get; private set; }

    public string? Section { get; private set; }

    public string? Summary { get; private set; }

    public string? Language { get; private set; }

    public string? Body { get; private set; }

    public string? Image { get; private set; }

    /// <summary>Whether an article is described.</summary>
    public bool HasArticle { get; private set; }

    /// <summary>Whether the publisher says that the whole text is not free to read.</summary>
    public bool IsBehindPaywall { get; private set; }

    public static LinkedData Read(Page page)
    {
        var data = new LinkedData(page);
        List<JsonDocument> documents =
        [
            .. page.LinkedData.Select(script => ReadScript(script.ToString(), mayBeString: true))
                .OfType<JsonDocument>(),
        ];

        // A script may refer to what a later one describes.
        documents.ForEach(document => data.IndexNames(document.RootElement, 0));
        foreach (JsonDocument document in documents)
        {
            data.Visit(document.RootElement);
            document.Dispose();
        }

        return data;
    }

    /// <summary>Parses a script, mended if it is broken; some systems write the whole as a string.</summary>
    private static JsonDocument? ReadScript(string script, bool mayBeString)
    {
        JsonDocument? document = Parse(Clean(script))
            ?? (BrokenJson.Mend(script, DeepestNesting - 1) is { } mended ? Parse(mended) : null);
        return document?.RootElement is { ValueKind: JsonValueKind.String } text && mayBeString
            ? ReadScript(text.GetString()!, mayBeString: false)
            : document;
    }

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonEscapes.MayBeIn(json)
                ? JsonDocument.Parse(JsonEscapes.Mend(Encoding.UTF8.GetBytes(json)), Options)
                : JsonDocument.Parse(json, Options);
        }
        catch (JsonException)
        {
            // Broken linked data is common; it is mended, and the page may say the same elsewhere.
            return null;
        }
    }

    /// <summary>Removes CDATA marks, a final semicolon, and line breaks inside of strings.</summary>
    private static string Clean(string script)
    {
        string text = script.Trim();
        if (text.StartsWith("//<![CDATA[", StringComparison.Ordinal)
            || text.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            int start = text.IndexOf("[CDATA[", StringComparison.Ordinal) + 7;
            int end = text.LastIndexOf("]]>", StringComparison.Ordinal);
            text = text[start..(end < start ? text.Length : end)].TrimEnd('/', ' ', '\n', '\r');
        }

        // Some systems write the vocabulary before each name.
        text = text.Contains("\"schema:", StringComparison.Ordinal)
            ? text.Replace("\"schema:", "\"", StringComparison.Ordinal)
            : text;
        return text.TrimEnd(';').Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
    }

    /// <summary>Collects the names of people and organisations by their ids.</summary>
    private void IndexNames(JsonElement element, int depth)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                IndexNames(item, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object && depth < DeepestNames)
        {
            if (TextOf(element, "@id") is { } id && PersonOf(element) is { } name)
            {
                _names[id] = name;
            }

            if (IsOrganization(element) && TextOf(element, "name") is { } organization)
            {
                Organizations.Add(organization);
            }

            foreach (JsonProperty property in element.EnumerateObject())
            {
                IndexNames(property.Value, depth + 1);
            }
        }
    }

    private static bool IsOrganization(JsonElement element) =>
        element.TryGetProperty("@type", out JsonElement type)
        && type.ValueKind == JsonValueKind.String
        && Array.Exists(OrganizationTypes, name => type.ValueEquals(name));

    private void Visit(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Visit(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            string type = TypeOf(element);
            if (IsArticle(type))
            {
                Consider(element);
            }

            else if (type is not ("VideoObject" or "ImageObject" or "Comment" or "Event" or "AudioObject"
                or "PodcastEpisode"))
            {
                PagePublished ??= TextOf(element, "datePublished");
                PageModified ??= TextOf(element, "dateModified");
            }

            foreach (string name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (element.TryGetProperty(name, out JsonElement inner))
                {
                    Visit(inner);
                }
            }
        }
    }

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal)
        || type is "Report" or "Review";

    /// <summary>Reads the first article; the page's own replaces another's, or adds what is missing.</summary>
    private void Consider(JsonElement article)
    {
        if (++_articles > MostArticles)
        {
            return;
        }

        bool? isOwn = IsOfPage(article);
        bool isSame = isOwn == true || (Headline is not null && Headline == TextOf(article, "headline"));
        if (isOwn == true && _isOwn == false)
        {
            (Headline, Published, Modified, Section, Summary) = (null, null, null, null, null);
            (Language, Body, Publisher, Image, IsBehindPaywall) = (null, null, null, null, false);
            Authors.Clear();
            (HasArticle, _isOwn) = (false, null);
        }

        if (!HasArticle || isSame)
        {
            ReadArticle(article);
            _isOwn ??= isOwn;
        }

        HasArticle = true;
    }

    /// <summary>Whether the address that an article states is the page's; null if it states none.</summary>
    private bool? IsOfPage(JsonElement article)
    {
        bool? isOwn = null;
        foreach (string name in (ReadOnlySpan<string>)["url", "@id", "mainEntityOfPage"])
        {
            string? stated = TextOf(article, name)
                ?? (article.TryGetProperty(name, out JsonElement page) && page.ValueKind == JsonValueKind.Object
                    ? TextOf(page, "@id") ?? TextOf(page, "url")
                    : null);
            if (stated is not null && _page.Resolve(stated) is { AbsolutePath.Length: > 1 } address)
            {
                isOwn = isOwn == true
                    || IsSame(address, _page.Url)
                    || (SiteReader.Canonical(_page) is { } own && IsSame(address, own));
            }
        }

        return isOwn;
    }

    private static bool IsSame(Uri address, Uri page) =>
        address.AbsolutePath.AsSpan().TrimEnd('/').SequenceEqual(page.AbsolutePath.AsSpan().TrimEnd('/'))
        && (address.Query == page.Query || address.Query.Length == 0);

    private void ReadArticle(JsonElement article)
    {
        Headline ??= TextOf(article, "headline") ?? TextOf(article, "name");
        Published ??= TextOf(article, "datePublished") ?? TextOf(article, "dateCreated");
        Modified ??= TextOf(article, "dateModified");
        Section ??= TextOf(article, "articleSection");
        Summary ??= TextOf(article, "description");
        Language ??= TextOf(article, "inLanguage");
        Body ??= TextOf(article, "articleBody", PageLimits.LinkedDataLength);
        if (Authors.Count == 0
            && (article.TryGetProperty("author", out JsonElement author)
                || article.TryGetProperty("creator", out author)))
        {
            AddNames(author, Authors);
        }

        if (article.TryGetProperty("isAccessibleForFree", out JsonElement free))
        {
            IsBehindPaywall |= free.ValueKind == JsonValueKind.False
                || (free.ValueKind == JsonValueKind.String
                    && "false".Equals(free.GetString(), StringComparison.OrdinalIgnoreCase));
        }

        if (article.TryGetProperty("publisher", out JsonElement publisher))
        {
            Publisher ??= NameOf(publisher);
        }

        if (article.TryGetProperty("image", out JsonElement image))
        {
            Image ??= ImageOf(image);
        }
    }

    private static string TypeOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out JsonElement type))
        {
            return "";
        }

        if (type.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in type.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.String && IsArticle(item.GetString()!))
                {
                    return item.GetString()!;
                }
            }

            return "";
        }

        return type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
    }

    private void AddNames(JsonElement author, List<string> names)
    {
        if (author.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in author.EnumerateArray())
            {
                AddNames(item, names);
            }
        }
        else if (author.ValueKind == JsonValueKind.Object && author.TryGetProperty("name", out JsonElement several)
            && several.ValueKind == JsonValueKind.Array)
        {
            AddNames(several, names);
        }
        else if (names.Count < PageLimits.Authors && NameOf(author) is { } name)
        {
            names.Add(name);
        }
    }

    private string? NameOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => NullIfBlank(element.GetString()),
        JsonValueKind.Object => PersonOf(element)
            ?? (TextOf(element, "@id") is { } id ? _names.GetValueOrDefault(id) : null),
        _ => null,
    };

    /// <summary>The name of a person or an organization, whole or in parts.</summary>
    private static string? PersonOf(JsonElement element)
    {
        if (TextOf(element, "name") is { } name)
        {
            return name;
        }

        return TextOf(element, "familyName") is { } family
            ? string.Join(
                ' ',
                new[] { TextOf(element, "givenName"), TextOf(element, "additionalName"), family }.OfType<string>())
            : null;
    }

    private static string? ImageOf(JsonElement image) => image.ValueKind switch
    {
        JsonValueKind.String => NullIfBlank(image.GetString()),
        JsonValueKind.Object => TextOf(image, "url") ?? TextOf(image, "contentUrl"),
        JsonValueKind.Array when image.GetArrayLength() > 0 => ImageOf(image[0]),
        _ => null,
    };

    private static string? TextOf(JsonElement element, string name, int longest = PageLimits.StatementLength)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => NullIfBlank(value.GetString(), longest),
            JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String =>
                NullIfBlank(value[0].GetString(), longest),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Object => TextOf(value, "name") ?? TextOf(value, "@value"),
            _ => null,
        };
    }

    private static string? NullIfBlank(string? text, int longest = PageLimits.StatementLength) =>
        string.IsNullOrWhiteSpace(text) || text.Length > longest ? null : text.Trim();
}

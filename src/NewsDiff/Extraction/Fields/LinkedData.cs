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
        var data = new LinkedData();
        foreach (string script in page.LinkedData)
        {
            data.ReadScript(script);
        }

        return data;
    }

    private void ReadScript(string script)
    {
        try
        {
            string json = Clean(script);
            using JsonDocument document = JsonEscapes.MayBeIn(json)
                ? JsonDocument.Parse(JsonEscapes.Mend(Encoding.UTF8.GetBytes(json)), Options)
                : JsonDocument.Parse(json, Options);
            IndexNames(document.RootElement, 0);
            Visit(document.RootElement);
        }
        catch (JsonException)
        {
            // Broken linked data is common, and the page says the same elsewhere.
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
            if (TextOf(element, "@id") is { } id && TextOf(element, "name") is { } name)
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
            if (IsArticle(type) && !HasArticle)
            {
                HasArticle = true;
                ReadArticle(element);
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

    private void ReadArticle(JsonElement article)
    {
        Headline = TextOf(article, "headline") ?? TextOf(article, "name");
        Published = TextOf(article, "datePublished") ?? TextOf(article, "dateCreated");
        Modified = TextOf(article, "dateModified");
        Section = TextOf(article, "articleSection");
        Summary = TextOf(article, "description");
        Language = TextOf(article, "inLanguage");
        Body = TextOf(article, "articleBody", PageLimits.LinkedDataLength);
        if (article.TryGetProperty("author", out JsonElement author) || article.TryGetProperty("creator", out author))
        {
            AddNames(author, Authors);
        }

        if (article.TryGetProperty("isAccessibleForFree", out JsonElement free))
        {
            IsBehindPaywall = free.ValueKind == JsonValueKind.False
                || (free.ValueKind == JsonValueKind.String
                    && "false".Equals(free.GetString(), StringComparison.OrdinalIgnoreCase));
        }

        if (article.TryGetProperty("publisher", out JsonElement publisher))
        {
            Publisher = NameOf(publisher);
        }

        if (article.TryGetProperty("image", out JsonElement image))
        {
            Image = ImageOf(image);
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
        else if (names.Count < PageLimits.Authors && NameOf(author) is { } name)
        {
            names.Add(name);
        }
    }

    private string? NameOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => NullIfBlank(element.GetString()),
        JsonValueKind.Object => TextOf(element, "name")
            ?? (TextOf(element, "@id") is { } id ? _names.GetValueOrDefault(id) : null),
        _ => null,
    };

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
            JsonValueKind.Object => TextOf(value, "name") ?? TextOf(value, "@value"),
            _ => null,
        };
    }

    private static string? NullIfBlank(string? text, int longest = PageLimits.StatementLength) =>
        string.IsNullOrWhiteSpace(text) || text.Length > longest ? null : text.Trim();
}

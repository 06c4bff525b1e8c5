using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsDiff.Evaluation.Xss;

/// <summary>Parses what was written, and finds what could act and what is not the markup of pages.</summary>
/// <remarks>
/// Pages of harmless texts are learned first: with harmful texts, no element and no attribute may come that these do
/// not have. Several threads may use it at once.
/// </remarks>
internal sealed class MarkupCheck
{
    private static readonly HashSet<string> ActiveElements =
    [
        "script", "iframe", "frame", "object", "embed", "applet", "base", "audio", "video", "portal", "template",
        "math", "foreignobject", "animate", "set", "use", "img", "image",
    ];

    private static readonly HashSet<string> AddressAttributes =
        ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcdoc"];

    private readonly Dictionary<string, HashSet<string>> _own = new(StringComparer.Ordinal);

    /// <summary>Whether pages are learned from. The default is true.</summary>
    internal bool IsLearning { get; set; } = true;

    /// <summary>What is wrong with a document of HTML; empty for nothing.</summary>
    internal (List<string> Active, List<string> Foreign) Look(string kind, string html, bool isFragment)
    {
        var parser = new HtmlParser();
        IDocument document = parser.ParseDocument(isFragment ? "<!DOCTYPE html>" + html : html);
        List<string> active = [];
        List<string> foreign = [];
        foreach (IElement element in document.All)
        {
            active.AddRange(ActiveIn(element, isFragment));
            Learn(kind, $"<{element.LocalName}>", foreign);
            foreach (IAttr attribute in element.Attributes)
            {
                Learn(kind, $"{element.LocalName} {attribute.Name}", foreign);
            }
        }

        return (active, foreign);
    }

    /// <summary>What is wrong with a document of XML: elements that such documents do not have.</summary>
    internal List<string> LookAtXml(string kind, string xml)
    {
        List<string> foreign = [];
        foreach (XElement element in XDocument.Parse(xml).Descendants())
        {
            Learn(kind, $"<{element.Name}>", foreign);
            foreach (XAttribute attribute in element.Attributes())
            {
                Learn(kind, $"{element.Name} {attribute.Name}", foreign);
            }
        }

        return foreign;
    }

    /// <summary>What is wrong with a document of JSON: names that such documents do not have.</summary>
    internal List<string> LookAtJson(string kind, string json)
    {
        List<string> foreign = [];
        using var document = JsonDocument.Parse(json);
        LookAt(document.RootElement, kind, foreign);
        return foreign;
    }

    private void LookAt(JsonElement element, string kind, List<string> foreign)
    {
        bool isObject = element.ValueKind == JsonValueKind.Object;
        foreach (JsonProperty property in isObject ? element.EnumerateObject() : default)
        {
            Learn(kind, property.Name, foreign);
            LookAt(property.Value, kind, foreign);
        }

        bool isArray = element.ValueKind == JsonValueKind.Array;
        foreach (JsonElement item in isArray ? element.EnumerateArray() : default)
        {
            LookAt(item, kind, foreign);
        }
    }

    private void Learn(string kind, string name, List<string> foreign)
    {
        if (!IsLearning)
        {
            if (!_own.TryGetValue(kind, out HashSet<string>? own) || !own.Contains(name))
            {
                foreign.Add(name);
            }

            return;
        }

        // Only learning changes it.
        lock (_own)
        {
            if (!_own.TryGetValue(kind, out HashSet<string>? learned))
            {
                _own[kind] = learned = new HashSet<string>(StringComparer.Ordinal);
            }

            learned.Add(name);
        }
    }

    /// <summary>What of an element can act: scripts, frames, handlers, addresses that run, styles that load.</summary>
    internal static IEnumerable<string> ActiveIn(IElement element, bool isFragment)
    {
        string name = element.LocalName.ToLowerInvariant();
        if (ActiveElements.Contains(name) || (name is "style" or "link" or "meta" && isFragment))
        {
            yield return name;
        }

        string? equivalent = element.GetAttribute("http-equiv");
        if (name == "meta" && equivalent is not null && equivalent != "Content-Security-Policy")
        {
            yield return "meta " + equivalent;
        }

        foreach (IAttr attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || (attribute.Name == "style" && attribute.Value.Contains('(', StringComparison.Ordinal))
                || (AddressAttributes.Contains(attribute.Name.ToLowerInvariant())
                    && !IsHarmless(attribute.Value, name == "link", name is "link" or "form" or "button")))
            {
                yield return $"{name} {attribute.Name}={attribute.Value}";
            }
        }
    }

    /// <summary>Whether an address runs nothing, and, where a browser would go by itself, leads nowhere else.</summary>
    private static bool IsHarmless(string address, bool isLink, bool mustStay)
    {
        if (isLink && address.StartsWith("data:image/svg+xml", StringComparison.Ordinal))
        {
            return true;
        }

        int colon = address.IndexOf(':', StringComparison.Ordinal);
        int slash = address.AsSpan().IndexOfAny("/?#");
        bool hasScheme = colon >= 0 && (slash < 0 || colon < slash);
        return mustStay
            ? !hasScheme && !address.StartsWith("//", StringComparison.Ordinal)
            : !hasScheme || address.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
                || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
    }
}

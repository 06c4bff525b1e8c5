using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <summary>Writes the rules that site configs of Full-Text RSS amount to.</summary>
internal static class SiteConfigImport
{
    private const string Ending = ".txt";

    /// <summary>The maximum number of characters of a file; a longer one is no site config.</summary>
    private const int MostCharacters = 250_000;

    private static readonly JsonWriterOptions Json = new()
    {
        Indented = true,

        // The rules are for people to read and change, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Translates files to a JSON object of hosts.</summary>
    /// <param name="files">The names of the files and their texts.</param>
    /// <param name="report">Receives what is left out.</param>
    public static string ToJson(
        IEnumerable<KeyValuePair<string, string>> files, Action<SiteRulesException>? report)
    {
        var rules = new SortedDictionary<string, IReadOnlyDictionary<RuleField, List<string>>>(
            StringComparer.OrdinalIgnoreCase);
        foreach ((string file, string text) in files)
        {
            if (HostOf(file) is not { } host)
            {
                report?.Invoke(new SiteRulesException(
                    $"{file}: the file is left out, because its name is not that of a host, as in 'example.com.txt'."));
            }
            else if (text.Length > MostCharacters || text.Contains('\0', StringComparison.Ordinal))
            {
                report?.Invoke(new SiteRulesException($"{file}: the file is left out: it is no text, or too long.")
                {
                    Host = host,
                });
            }
            else if (rules.ContainsKey(host))
            {
                report?.Invoke(new SiteRulesException($"{file}: the file is left out: the host has two.")
                {
                    Host = host,
                });
            }
            else
            {
                rules.Add(host, SiteConfigTranslator.Translate(file, host, text, report));
            }
        }

        return Write(rules);
    }

    /// <summary>The host that a file is for; null for none.</summary>
    private static string? HostOf(string file)
    {
        string name = file[(file.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        string host = name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : "";
        bool isHost = SiteRulesReader.IsHost(host) && host.AsSpan(1).Contains('.')
            && !host.StartsWith("fingerprint.", StringComparison.OrdinalIgnoreCase);
        return isHost ? host : null;
    }

    private static string Write(SortedDictionary<string, IReadOnlyDictionary<RuleField, List<string>>> rules)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            foreach ((string host, IReadOnlyDictionary<RuleField, List<string>> rule) in rules)
            {
                if (rule.Count > 0)
                {
                    json.WriteStartObject(host);
                    Write(json, rule);
                    json.WriteEndObject();
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<RuleField, List<string>> rule)
    {
        foreach ((RuleField field, List<string> selectors) in rule.OrderBy(static entry => entry.Key))
        {
            string name = SiteRulesReader.NameOf(field);
            if (selectors.Count == 1)
            {
                json.WriteString(name, selectors[0]);
                continue;
            }

            bool areAlternatives = field != RuleField.Remove;
            json.WritePropertyName(name);
            if (areAlternatives)
            {
                json.WriteStartObject();
                json.WritePropertyName(SiteRulesReader.First);
            }

            json.WriteStartArray();
            selectors.ForEach(json.WriteStringValue);
            json.WriteEndArray();
            if (areAlternatives)
            {
                json.WriteEndObject();
            }
        }
    }
}

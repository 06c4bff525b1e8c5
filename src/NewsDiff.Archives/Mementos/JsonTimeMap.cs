using System.Text.Json;
using NewsDiff.Addresses;
using NewsDiff.Text;

namespace NewsDiff.Archives.Mementos;

/// <summary>Time maps as JSON: those of Memento aggregators, and the rows of CDX servers.</summary>
internal static class JsonTimeMap
{
    /// <summary>Reads a time map.</summary>
    /// <returns>The time map; null when the text is not JSON, or JSON of another form.</returns>
    public static TimeMap? Read(string text, Uri url, CdxPlace place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => ReadObject(document.RootElement, url),
                JsonValueKind.Array => ReadRows(document.RootElement, place),
                _ => null,
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Not JSON, or a name with half a surrogate pair.
            return null;
        }
    }

    private static TimeMap? ReadObject(JsonElement root, Uri url)
    {
        if (Member(root, "mementos") is not { } mementos
            || Member(mementos, "list") is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        Uri? original = AddressOf(root, "original_uri", url);
        return new TimeMap
        {
            Mementos =
            [
                .. from item in list.EnumerateArray()
                   let address = AddressOf(item, "uri", url)
                   let time = LinkTimeMap.ReadDate(TextOf(item, "datetime"))
                   where address is not null && time is not null
                   select new Memento { Url = address, Original = original ?? address, CapturedAt = time.Value },
            ],
            Others = Member(root, "pages") is { } pages && AddressOf(pages, "next", url) is { } next ? [next] : [],
        };
    }

    private static TimeMap? ReadRows(JsonElement rows, CdxPlace place)
    {
        string[][] texts = [.. rows.EnumerateArray()
            .Where(static row => row.ValueKind == JsonValueKind.Array)
            .Select(static row => row.EnumerateArray().Select(JsonText.Show).ToArray())];
        if (texts.Length == 0)
        {
            return rows.GetArrayLength() == 0 ? new TimeMap() : null;
        }

        var columns = new CdxColumns(texts[0]);
        return columns.Time.Length == 0 ? null : new TimeMap { Mementos = [.. ReadRows(texts, columns, place)] };
    }

    private static IEnumerable<Memento> ReadRows(string[][] texts, CdxColumns columns, CdxPlace place) =>
        texts.Skip(1).Select(row => CdxRow.Read(columns, row, place)).OfType<Memento>();

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member)
            ? member
            : null;

    private static string? TextOf(JsonElement element, string name) =>
        Member(element, name) is { } text ? JsonText.Of(text) : null;

    private static Uri? AddressOf(JsonElement element, string name, Uri url) =>
        BoundedUrl.Resolve(url, TextOf(element, name));
}

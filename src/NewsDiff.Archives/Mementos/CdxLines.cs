using System.Text.Json;
using NewsDiff.Text;

namespace NewsDiff.Archives.Mementos;

/// <summary>Capture indexes as lines: CDX with or without header, and CDXJ.</summary>
internal static class CdxLines
{
    private const string Header = " CDX ";

    /// <summary>The columns of CDX servers that do not name them.</summary>
    private static readonly string[] UsualColumns =
    [
        "urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length",
    ];

    /// <summary>Reads the lines, and skips those that are not part of an index.</summary>
    /// <returns>The captures; null without a header and a capture: an error's text is no empty past.</returns>
    public static TimeMap? Read(string text, CdxPlace place)
    {
        var columns = new CdxColumns(UsualColumns);
        bool hasHeader = false;
        List<Memento> mementos = [];
        foreach (string line in text.Split('\n').Select(static line => line.TrimEnd('\r')))
        {
            if (line.StartsWith(Header, StringComparison.Ordinal))
            {
                columns = new CdxColumns(line[Header.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
                hasHeader = true;
                continue;
            }

            string[] cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int json = line.IndexOf('{', StringComparison.Ordinal);
            Memento? memento = json > 0 && cells.Length > 2
                ? ReadJson(cells[1], line[json..], place)
                : CdxRow.Read(columns, cells, place);
            if (memento is not null)
            {
                mementos.Add(memento);
            }
        }

        return hasHeader || mementos.Count > 0 ? new TimeMap { Mementos = [.. mementos] } : null;
    }

    private static Memento? ReadJson(string time, string json, CdxPlace place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            (string Name, string Text)[] cells = document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().Select(
                    static member => (member.Name, JsonText.Show(member.Value)))]
                : [];
            var columns = new CdxColumns(["timestamp", .. cells.Select(cell => cell.Name)]);
            return CdxRow.Read(columns, [time, .. cells.Select(cell => cell.Text)], place);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Not JSON, or a name with half a surrogate pair.
            return null;
        }
    }
}

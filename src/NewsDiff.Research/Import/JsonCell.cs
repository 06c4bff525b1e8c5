using System.Text.Json;

namespace NewsDiff.Research.Import;

/// <summary>Reads properties that may be missing or of another kind.</summary>
internal static class JsonCell
{
    internal static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    internal static int? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out int number) && number >= 0
            ? number
            : null;
}

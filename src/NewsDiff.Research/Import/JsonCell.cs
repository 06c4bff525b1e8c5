using System.Runtime.InteropServices;
using System.Text.Json;
using NewsDiff.Text;

namespace NewsDiff.Research.Import;

/// <summary>Reads properties that may be missing or of another kind.</summary>
internal static class JsonCell
{
    internal static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? Text(value)
            : null;

    /// <summary>The text of a string; half surrogate pairs become U+FFFD.</summary>
    internal static string Text(JsonElement text)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(text);
        if (!JsonEscapes.MayBeIn(raw))
        {
            return text.GetString()!;
        }

        using JsonDocument mended = JsonDocument.Parse(JsonEscapes.Mend(raw.ToArray()));
        return mended.RootElement.GetString()!;
    }

    internal static int? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out int number) && number >= 0
            ? number
            : null;
}

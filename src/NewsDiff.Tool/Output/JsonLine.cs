using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsDiff.Tool.Output;

/// <summary>One JSON object on one line, readable in every script.</summary>
/// <remarks>It escapes only what JSON requires, and what could harm a terminal or a page.</remarks>
internal static class JsonLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object.</summary>
    /// <param name="writeProperties">Writes its properties, without the braces.</param>
    /// <returns>The line, without a line break.</returns>
    internal static string Of(Action<Utf8JsonWriter> writeProperties)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writeProperties(writer);
            writer.WriteEndObject();
        }

        return Printable.Json(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Writes an instant, or null.</summary>
    internal static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } value)
        {
            json.WriteString(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes an array of texts.</summary>
    internal static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

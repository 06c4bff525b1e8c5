using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsDiff.Research.Export;

/// <summary>Writes a table as JSON Lines.</summary>
internal sealed class JsonLinesWriter(string path, ExportTable table, bool includesText) : ITableWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _stream = File.Create(path);
    private readonly ArrayBufferWriter<byte> _line = new();

    public async ValueTask WriteAsync(object?[] cells)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, Options))
        {
            json.WriteStartObject();
            foreach (int index in table.Select(includesText))
            {
                json.WritePropertyName(table.Columns[index].Name);
                Write(json, cells[index]);
            }

            json.WriteEndObject();
        }

        _line.Write("\n"u8);
        await _stream.WriteAsync(_line.WrittenMemory).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static void Write(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNullValue();
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double share:
                json.WriteRawValue(CellText.Of(share));
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case JsonArray list:
                list.WriteTo(json);
                break;
            default:
                json.WriteStringValue((string)cell);
                break;
        }
    }
}

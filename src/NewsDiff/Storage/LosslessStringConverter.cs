using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsDiff.Storage;

/// <summary>Reads and writes strings in JSON, including half surrogate pairs.</summary>
/// <remarks>
/// The platform's writer replaces half a pair with U+FFFD, and its reader refuses one. JSON's own escapes can express
/// it (ECMAScript's <c>JSON.stringify</c> writes them since 2019), and this converter uses them.
/// </remarks>
internal sealed class LosslessStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.ValueIsEscaped)
        {
            return reader.GetString();
        }

        ReadOnlySpan<byte> raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return Unescape(raw);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (StorableText.HasLoneSurrogate(value))
        {
            writer.WriteRawValue(EscapeAll(value), skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    private static string EscapeAll(string value)
    {
        var json = new StringBuilder(value.Length + 32).Append('"');
        foreach (char unit in value)
        {
            if (unit is >= ' ' and <= '~' and not ('"' or '\\'))
            {
                json.Append(unit);
            }
            else
            {
                json.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return json.Append('"').ToString();
    }

    /// <summary>Resolves the escapes of a string that the reader has found well-formed.</summary>
    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (raw.IndexOf((byte)'\\') is var backslash and >= 0)
        {
            text.Append(Encoding.UTF8.GetString(raw[..backslash]));
            byte escape = raw[backslash + 1];
            raw = raw[(backslash + 2)..];
            text.Append(escape switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'u' => (char)ushort.Parse(raw[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => (char)escape,
            });
            raw = escape == (byte)'u' ? raw[4..] : raw;
        }

        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }
}

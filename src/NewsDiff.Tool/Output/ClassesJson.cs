using System.Text.Json;
using NewsDiff.Classification;

namespace NewsDiff.Tool.Output;

/// <summary>Writes the classes of a change as JSON.</summary>
internal static class ClassesJson
{
    /// <summary>Writes <c>significance</c> and <c>classes</c> into the current object.</summary>
    internal static void Write(Utf8JsonWriter json, ChangeClasses classes)
    {
        json.WriteNumber("significance", classes.Significance);
        json.WriteBoolean("knowsLanguage", classes.KnowsLanguage);
        json.WriteStartArray("classes");
        foreach (ChangeLabel label in classes.Labels)
        {
            json.WriteStartObject();
            json.WriteString("class", label.Class.ToString());
            json.WriteString("reason", label.Reason);
            if (label.Row is { } row)
            {
                json.WriteNumber("row", row);
                WriteRange(json, "old", label.OldRange);
                WriteRange(json, "new", label.NewRange);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRange(Utf8JsonWriter json, string name, Range range)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(range.Start.Value);
        json.WriteNumberValue(range.End.Value);
        json.WriteEndArray();
    }
}

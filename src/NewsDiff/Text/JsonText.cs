using System.Text.Json;

namespace NewsDiff.Text;

/// <summary>Strings of JSON that a stranger wrote: half a surrogate pair is no text.</summary>
internal static class JsonText
{
    /// <summary>The string of an element.</summary>
    /// <returns>The text; null when the element is no string, or one that no text can be made of.</returns>
    public static string? Of(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // There is no way to ask beforehand.
            return null;
        }
    }

    /// <summary>What an element holds, as text; empty when no text can be made of it.</summary>
    public static string Show(JsonElement element) => element.ValueKind == JsonValueKind.String ? Of(element) ?? "" : element.ToString();
}

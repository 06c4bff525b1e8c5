using System.Text.Json;

namespace NewsDiff.Text;

/// <summary>Reads strings from untrusted JSON, which may hold half a surrogate pair.</summary>
internal static class JsonText
{
    /// <summary>The string of an element.</summary>
    /// <returns>The text; null when the element is not a valid string.</returns>
    public static string? Of(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // There is no way to check beforehand.
            return null;
        }
    }

    /// <summary>The element as text; empty when it is invalid.</summary>
    public static string Show(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? Of(element) ?? "" : element.ToString();
}

using System.Text.Json;

namespace NewsDiff.Tracking.Visits;

/// <summary>Reads and writes the memory of a visit.</summary>
internal static class VisitMemoryJson
{
    /// <summary>The maximum length of a memory in characters; a longer one is forgotten.</summary>
    /// <remarks>Its parts are bounded, and together they stay below it; a visit's row must stay small.</remarks>
    private const int MostCharacters = 8192;

    /// <summary>The memory of a visit; empty when there is none, or none that can be read.</summary>
    public static VisitMemory Of(Visit visit)
    {
        if (visit.Memory is not { Length: > 0 and <= MostCharacters } text)
        {
            return new VisitMemory();
        }

        try
        {
            return JsonSerializer.Deserialize(text, VisitMemoryJsonContext.Default.VisitMemory) is { } memory
                && IsWhole(memory) ? memory : new VisitMemory();
        }
        catch (JsonException)
        {
            // It is forgotten: everything in it can be learned again.
            return new VisitMemory();
        }
    }

    /// <summary>Whether no element of a list is missing: JSON does not check that.</summary>
    private static bool IsWhole(VisitMemory memory) =>
        memory.Places.All(static place => place is not null)
        && memory.Sessions.All(static session => session is not null)
        && memory.Metadata?.Fields.All(static field =>
            field is not null && Enum.IsDefined(field.Field) && !field.Former.Contains(null!)
            && field.ReadAs?.Contains(null!) is not true) is not false
        && memory.Swing?.Texts.All(static text => text is not null) is not false;

    /// <summary>The visit with a memory.</summary>
    public static Visit With(this Visit visit, VisitMemory memory)
    {
        string text = JsonSerializer.Serialize(memory, VisitMemoryJsonContext.Default.VisitMemory);
        return visit with { Memory = text.Length is > 2 and <= MostCharacters ? text : null };
    }
}

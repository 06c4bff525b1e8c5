namespace NewsDiff.Tool.Output;

/// <summary>The start of an article's id that people see: enough to identify it.</summary>
internal static class ShortId
{
    private const int Length = 8;

    internal static string Of(string id) => id.Length <= Length ? id : id[..Length];
}

namespace NewsDiff.Tool.Output;

/// <summary>The start of an article's id that is shown to people: enough to name it by.</summary>
internal static class ShortId
{
    private const int Length = 8;

    internal static string Of(string id) => id.Length <= Length ? id : id[..Length];
}

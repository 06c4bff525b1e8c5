using System.Text.Json;

namespace NewsDiff.Tool.Output;

/// <summary>The names of states and outcomes in lines and JSON: <c>FirstSeen</c> is <c>first-seen</c>.</summary>
internal static class Words
{
    internal static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

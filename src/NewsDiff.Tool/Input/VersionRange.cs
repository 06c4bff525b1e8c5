using System.CommandLine.Parsing;
using System.Globalization;

namespace NewsDiff.Tool.Input;

/// <summary>The versions that a user asks for: <c>2</c>, <c>1..3</c>, <c>1..</c> or <c>..3</c>.</summary>
/// <param name="First">The earlier version; null for the first.</param>
/// <param name="Last">The later version; null for the latest.</param>
internal sealed record VersionRange(int? First, int? Last)
{
    /// <summary>Whether this is one version, not two to compare.</summary>
    internal bool IsSingle => First is not null && First == Last;

    /// <summary>Reads an option's only token; anything else is a usage error.</summary>
    internal static VersionRange? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        string[] ends = text.Split("..");
        if (ends.Length <= 2
            && TryRead(ends[0], out int? first)
            && TryRead(ends[^1], out int? last)
            && (first ?? last) is not null)
        {
            return new VersionRange(first, last);
        }

        result.AddError($"'{text}' names no versions; write 2, 1..3, 1.. or ..3.");
        return null;
    }

    private static bool TryRead(string text, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
        return text.Length == 0 || number > 0;
    }
}

namespace NewsDiff.Text;

/// <summary>Reads the parts of a <c>Content-Type</c> header.</summary>
internal static class MediaType
{
    /// <summary>The type without its parameters; null when there is none.</summary>
    /// <param name="contentType">The header, or null.</param>
    public static string? Of(string? contentType)
    {
        string type = (contentType ?? "").Split(';', 2)[0].Trim();
        return type.Length == 0 ? null : type;
    }

    /// <summary>Whether a type is one of several, in any case.</summary>
    /// <param name="type">The type, or null.</param>
    /// <param name="others">The types to look for.</param>
    public static bool IsAnyOf(string? type, params ReadOnlySpan<string> others)
    {
        foreach (string other in others)
        {
            if (string.Equals(type, other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A parameter's value without quotes; null when there is none.</summary>
    /// <param name="contentType">The header, or null.</param>
    /// <param name="name">The parameter's name, in any case.</param>
    public static string? Parameter(string? contentType, string name)
    {
        foreach (string part in (contentType ?? "").Split(';').Skip(1))
        {
            string[] pair = part.Split('=', 2);
            if (pair.Length == 2 && pair[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                string value = pair[1].Trim().Trim('"', '\'');
                return value.Length == 0 ? null : value;
            }
        }

        return null;
    }
}

using NewsDiff.Diagnostics;

namespace NewsDiff.Fetching.Http;

/// <summary>The name that the fetchers send to sites.</summary>
internal static class UserAgent
{
    /// <summary>The header's value: the product, and the contact in the form that crawlers use.</summary>
    /// <exception cref="ArgumentException">A configured text is not valid in a header.</exception>
    public static string Compute(string? configured, string? contact)
    {
        string value =
            configured ?? (contact is null ? ProductToken.Value : $"{ProductToken.Value} (+{contact})");
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException(
                $"The user agent '{value}' holds characters that no header may hold.", nameof(configured));
        }

        return value;
    }
}

using NewsDiff.Diagnostics;

namespace NewsDiff.Fetching;

/// <summary>The name that the fetchers send to sites.</summary>
internal static class UserAgent
{
    /// <summary>The header's value: the product, and the contact in the usual form of crawlers.</summary>
    /// <exception cref="ArgumentException">A configured text is invalid in a header.</exception>
    public static string Of(HttpFetchOptions options)
    {
        string value = options.UserAgent
            ?? (options.Contact is { } contact ? $"{ProductToken.Value} (+{contact})" : ProductToken.Value);
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException(
                $"The user agent '{value}' has characters that are invalid in a header.", nameof(options));
        }

        return value;
    }
}

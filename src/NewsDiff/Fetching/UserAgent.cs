namespace NewsDiff.Fetching;

/// <summary>What the fetchers call themselves.</summary>
internal static class UserAgent
{
    private static readonly string Product =
        "NewsDiff/" + (typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0");

    /// <summary>The header's value: the product, and the contact in the form that crawlers use.</summary>
    /// <exception cref="ArgumentException">A configured text cannot stand in a header.</exception>
    public static string Of(HttpFetchOptions options)
    {
        string value = options.UserAgent ?? (options.Contact is { } contact ? $"{Product} (+{contact})" : Product);
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException($"The user agent '{value}' holds characters that no header may hold.", nameof(options));
        }

        return value;
    }
}

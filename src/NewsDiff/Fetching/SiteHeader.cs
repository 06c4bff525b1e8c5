namespace NewsDiff.Fetching;

/// <summary>A header for one site only, such as a key from its publisher.</summary>
/// <remarks>
/// It is sent over https, or to one of the <see cref="HttpFetchOptions.AllowedPrivateHosts"/>; it is not sent after a
/// redirect to another site.
/// </remarks>
public sealed record SiteHeader
{
    /// <summary>Makes a header.</summary>
    /// <param name="host">The site, by the host name in its addresses.</param>
    /// <param name="name">The header's name, such as <c>Authorization</c>.</param>
    /// <param name="value">Its value.</param>
    public SiteHeader(string host, string name, string value)
    {
        Host = host;
        Name = name;
        Value = value;
    }

    /// <summary>The site, by the host name in its addresses.</summary>
    public string Host { get; init; }

    /// <summary>The header's name, such as <c>Authorization</c>.</summary>
    public string Name { get; init; }

    /// <summary>Its value, which <see cref="ToString"/> leaves out.</summary>
    public string Value { get; init; }

    /// <summary>Gives the site and the header's name, without the secret value.</summary>
    /// <returns>Such as <c>example.org: Authorization</c>.</returns>
    public override string ToString() => $"{Host}: {Name}";
}

namespace NewsDiff.Fetching;

/// <summary>A header for one site only, such as a key from its publisher.</summary>
/// <remarks>
/// It is sent over https, or to a host of <see cref="HttpFetchOptions.AllowedPrivateHosts"/>; a redirect elsewhere
/// leaves it out.
/// </remarks>
public sealed record HostHeader
{
    /// <summary>Makes a header.</summary>
    /// <param name="host">The host, as addresses name it.</param>
    /// <param name="name">The header's name, such as <c>Authorization</c>.</param>
    /// <param name="value">Its value.</param>
    public HostHeader(string host, string name, string value)
    {
        Host = host;
        Name = name;
        Value = value;
    }

    /// <summary>The host, as addresses name it.</summary>
    public string Host { get; init; }

    /// <summary>The header's name, such as <c>Authorization</c>.</summary>
    public string Name { get; init; }

    /// <summary>Its value, which <see cref="ToString"/> leaves out.</summary>
    public string Value { get; init; }

    /// <summary>Gives the host and the header's name, without the secret value.</summary>
    /// <returns>Such as <c>example.org: Authorization</c>.</returns>
    public override string ToString() => $"{Host}: {Name}";
}

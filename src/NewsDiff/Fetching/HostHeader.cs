namespace NewsDiff.Fetching;

/// <summary>A header that is sent to one host only, such as a key that a publisher gave.</summary>
/// <remarks>It is sent over https, or to a host of <see cref="HttpFetchOptions.AllowedPrivateHosts"/>; a redirect elsewhere leaves it out.</remarks>
/// <param name="Host">The host, as addresses name it.</param>
/// <param name="Name">The header's name, such as <c>Authorization</c>.</param>
/// <param name="Value">Its value, which <see cref="ToString"/> leaves out.</param>
public sealed record HostHeader(string Host, string Name, string Value)
{
    /// <summary>Gives the host and the header's name, without the secret value.</summary>
    /// <returns>Such as <c>example.org: Authorization</c>.</returns>
    public override string ToString() => $"{Host}: {Name}";
}

namespace NewsDiff.Fetching;

/// <summary>A header that is sent to one host only, such as a key that a publisher gave.</summary>
/// <remarks>It is sent over https, or to a host of <see cref="HttpFetchOptions.AllowedPrivateHosts"/>; a redirect elsewhere leaves it out.</remarks>
/// <param name="Host">The host, as addresses name it.</param>
/// <param name="Name">The header's name, such as <c>Authorization</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record HostHeader(string Host, string Name, string Value);

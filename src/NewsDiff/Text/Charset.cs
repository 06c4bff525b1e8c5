using System.Text;

namespace NewsDiff.Text;

/// <summary>An encoding under its name in the Encoding Standard.</summary>
/// <param name="Name">The name, in lower case.</param>
/// <param name="Encoding">The encoding; it replaces undecodable bytes.</param>
/// <param name="IsAscii">Whether it was named as ASCII, which the standard reads as windows-1252.</param>
internal sealed record Charset(string Name, Encoding Encoding, bool IsAscii = false);

using System.Text;

namespace NewsDiff.Text;

/// <summary>An encoding under its name in the Encoding Standard.</summary>
/// <param name="Name">The name, in lower case.</param>
/// <param name="Encoding">The encoding; it replaces what it cannot decode.</param>
internal sealed record Charset(string Name, Encoding Encoding);

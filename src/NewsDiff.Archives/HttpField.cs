namespace NewsDiff.Archives;

/// <summary>A header field of an HTTP message, as it was sent.</summary>
/// <param name="Name">The name; its case does not matter.</param>
/// <param name="Value">The value.</param>
public readonly record struct HttpField(string Name, string Value);

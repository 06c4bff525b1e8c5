namespace NewsDiff.Tool.Configuration;

/// <summary>A value that somebody gave to a setting.</summary>
/// <param name="Key">The setting's key, such as <c>NewsDiff:Fetch:MinGap</c>.</param>
/// <param name="Value">The value as it was given.</param>
/// <param name="Origin">Who gave it: a file, a variable of the environment or an option.</param>
internal sealed record ConfigEntry(string Key, string Value, string Origin);

namespace NewsDiff.Testing.Sites;

/// <summary>A request that a <see cref="LoopbackSite"/> received.</summary>
/// <param name="Path">The path, without query.</param>
/// <param name="Query">The query with its question mark, or empty.</param>
/// <param name="Headers">The headers by name, whatever its case.</param>
public sealed record RecordedRequest(string Path, string Query, IReadOnlyDictionary<string, string> Headers);

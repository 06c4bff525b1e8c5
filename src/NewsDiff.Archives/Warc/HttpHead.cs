using System.Collections.Immutable;

namespace NewsDiff.Archives.Warc;

/// <summary>The head of an HTTP answer.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="ReasonPhrase">The words after the status code.</param>
/// <param name="Headers">The fields, in order.</param>
/// <param name="Length">Its length in bytes, including the blank line.</param>
internal sealed record HttpHead(int StatusCode, string ReasonPhrase, ImmutableArray<HttpField> Headers, int Length);

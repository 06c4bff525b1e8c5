using System.Collections.Immutable;

namespace NewsDiff.Archives.Warc;

/// <summary>The beginning of an HTTP answer.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="ReasonPhrase">The words after it.</param>
/// <param name="Headers">The fields, in order.</param>
/// <param name="Length">How many bytes it takes, with the blank line.</param>
internal sealed record HttpHead(int StatusCode, string ReasonPhrase, ImmutableArray<HttpField> Headers, int Length);

using System.Collections.Immutable;
using NewsDiff.Extraction.Fields;

namespace NewsDiff.Extraction.Body;

/// <summary>The result of reading a page's body.</summary>
/// <param name="Paragraphs">Its paragraphs.</param>
/// <param name="Place">Its place on the page.</param>
/// <param name="Container">The path of its container; null when there is none.</param>
/// <param name="Links">The addresses that it links to.</param>
internal readonly record struct BodyReading(
    ImmutableArray<Paragraph> Paragraphs, BodyPlace Place, string? Container, ImmutableArray<Uri> Links);

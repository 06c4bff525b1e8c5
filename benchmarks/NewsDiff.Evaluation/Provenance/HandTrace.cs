using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsDiff.Provenance;

namespace NewsDiff.Evaluation.Provenance;

/// <summary>What a reader found out about one word.</summary>
/// <param name="Set">The set of its history.</param>
/// <param name="Id">The article.</param>
/// <param name="Version">The number of the version in which it was looked at.</param>
/// <param name="Paragraph">Its paragraph there, from 1; 0 for the title.</param>
/// <param name="Start">Where it begins in the paragraph, in UTF-16 code units.</param>
/// <param name="Hash">The first 16 digits of the SHA-256 of the paragraph's UTF-8.</param>
/// <param name="Spans">The versions that have it: pairs of since and until; 0 for an open end.</param>
internal sealed record HandTrace(
    string Set, string Id, int Version, int Paragraph, int Start, string Hash, int[][] Spans)
{
    internal static List<HandTrace> ReadAll(FileInfo file) =>
        [.. Archive.ReadLines(file).Select(line => JsonSerializer.Deserialize<HandTrace>(line, Web)!)];

    private static JsonSerializerOptions Web { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>What the tracer found out about the same word.</summary>
    internal TracedWord Find(TracedVersion version)
    {
        TracedParagraph paragraph = Paragraph == 0 ? version.Title : version.Paragraphs[Paragraph - 1];
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(paragraph.Text));
        if (!Convert.ToHexStringLower(hash).StartsWith(Hash, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{Set} {Id}: version {Version} has another paragraph {Paragraph}.");
        }

        return paragraph.Words.Single(word => word.Start == Start);
    }

    /// <summary>Whether the tracer says the same.</summary>
    internal bool Agrees(ImmutableArray<VersionSpan> spans) =>
        spans.Select(span => (span.Since, span.Until ?? 0)).SequenceEqual(Spans.Select(span => (span[0], span[1])));
}

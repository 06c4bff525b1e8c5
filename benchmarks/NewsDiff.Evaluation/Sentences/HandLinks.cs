using System.Collections.Immutable;
using System.Text.Json;
using NewsDiff.Evaluation.Alignment;

namespace NewsDiff.Evaluation.Sentences;

/// <summary>The links of sentences that a reader drew between two versions.</summary>
/// <param name="Set">The set of its article.</param>
/// <param name="Id">The article.</param>
/// <param name="From">The place of the old version in its row, counted from 0.</param>
/// <param name="Lang">The language of the texts.</param>
/// <param name="Half">The half of the gold: rules are made from A, and only measured on B.</param>
/// <param name="OldHash">The first 16 digits of the SHA-256 of the old title and paragraphs.</param>
/// <param name="NewHash">The same of the new version.</param>
/// <param name="Links">Paragraph, start and length of the old sentence, then those of the new one.</param>
/// <param name="UnsureLinks">Links that could be left out in good faith.</param>
/// <param name="Unsure">Whether the whole pair of versions could be linked otherwise in good faith.</param>
internal sealed record HandLinks(
    string Set,
    string Id,
    int From,
    string Lang,
    char Half,
    string OldHash,
    string NewHash,
    ImmutableArray<ImmutableArray<int>> Links,
    ImmutableArray<ImmutableArray<int>>? UnsureLinks = null,
    bool Unsure = false)
{
    private static JsonSerializerOptions Web { get; } = new(JsonSerializerDefaults.Web);

    internal static List<HandLinks> ReadAll(FileInfo file) =>
        [.. Archive.ReadLines(file).Select(line => JsonSerializer.Deserialize<HandLinks>(line, Web)!)];

    /// <summary>Finds the texts that were read.</summary>
    /// <exception cref="InvalidDataException">The texts are not those that were read.</exception>
    internal RevisionPair Find(IReadOnlyDictionary<(string Set, string Id, int From), RevisionPair> pairs) =>
        pairs.TryGetValue((Set, Id, From), out RevisionPair? pair) && pair.Reads(OldHash, NewHash)
            ? pair
            : throw new InvalidDataException($"{Set} {Id}: version {From} or the next is another or is missing.");

    /// <summary>The links as places in the texts, with those that are unsure.</summary>
    internal List<PlacedLink> Place(RevisionPair pair) =>
    [
        .. Links.Select(link => PlacedLink.Read(link, pair, isSure: true)),
        .. (UnsureLinks ?? []).Select(link => PlacedLink.Read(link, pair, isSure: false)),
    ];
}

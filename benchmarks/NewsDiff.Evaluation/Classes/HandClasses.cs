using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsDiff.Classification;
using NewsDiff.Evaluation.Alignment;

namespace NewsDiff.Evaluation.Classes;

/// <summary>What a reader called one change.</summary>
/// <param name="Set">The set of its article.</param>
/// <param name="Id">The article.</param>
/// <param name="From">The place of the old version in its row, counted from 0.</param>
/// <param name="Half">The half of the gold: rules are made from A, and only measured on B.</param>
/// <param name="OldHash">The first 16 digits of the SHA-256 of the old title and paragraphs.</param>
/// <param name="NewHash">The same of the new version.</param>
/// <param name="Labels">The classes that the reader saw.</param>
/// <param name="Unsure">Whether other labels could be defended.</param>
internal sealed record HandClasses(
    string Set,
    string Id,
    int From,
    char Half,
    string OldHash,
    string NewHash,
    ImmutableArray<ChangeClass> Labels,
    bool Unsure = false)
{
    private static JsonSerializerOptions Web { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    internal static List<HandClasses> ReadAll(FileInfo file) =>
        [.. Archive.ReadLines(file).Select(line => JsonSerializer.Deserialize<HandClasses>(line, Web)!)];

    /// <summary>Finds the change that was read.</summary>
    /// <exception cref="InvalidDataException">The texts are not those that were read.</exception>
    internal RevisionPair Find(IReadOnlyDictionary<(string Set, string Id, int From), RevisionPair> pairs) =>
        pairs.TryGetValue((Set, Id, From), out RevisionPair? pair)
        && pair.Reads(OldHash, NewHash)
            ? pair
            : throw new InvalidDataException($"{Set} {Id}: version {From} or the next is another or is missing.");
}

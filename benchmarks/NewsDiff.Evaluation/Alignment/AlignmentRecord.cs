using System.Text.Json;

namespace NewsDiff.Evaluation.Alignment;

/// <summary>One aligned pair of versions: a line of a gold file, or of what the program says.</summary>
internal sealed record AlignmentRecord
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public required string Id { get; init; }

    public int From { get; init; }

    public int To { get; init; }

    public AlignmentLink[] Links { get; init; } = [];

    public AlignedWords[] Hunks { get; init; } = [];

    internal static AlignmentRecord Of(RevisionPair pair, ArticleDiff diff) => new()
    {
        Id = pair.Id,
        From = pair.From,
        To = pair.To,
        Links = [.. diff.Paragraphs.Where(change => change is { OldIndexes: not [], NewIndexes: not [] })
            .Select(AlignmentLink.Of)],
        Hunks = [.. diff.Paragraphs.SelectMany(change => AlignedWords.Of(change, diff))],
    };

    internal static IEnumerable<AlignmentRecord> ReadAll(FileInfo file) =>
        Archive.ReadLines(file).Select(line => JsonSerializer.Deserialize<AlignmentRecord>(line, Json)!);
}

using System.Collections.Immutable;

namespace NewsDiff.Tool.Output;

/// <summary>Counts the outcomes of checks.</summary>
internal sealed class CheckTally
{
    private static readonly ImmutableArray<(CheckKind Kind, string Word)> Words =
    [
        (CheckKind.FirstSeen, "first seen"),
        (CheckKind.Changed, "changed"),
        (CheckKind.Unchanged, "unchanged"),
        (CheckKind.Vanished, "vanished"),
        (CheckKind.Returned, "returned"),
        (CheckKind.Merged, "merged"),
        (CheckKind.Oscillating, "alternating"),
        (CheckKind.Postponed, "postponed"),
        (CheckKind.Failed, "failed"),
    ];

    private readonly Dictionary<CheckKind, int> _counts = [];

    /// <summary>Whether any check failed.</summary>
    internal bool HasFailures => Of(CheckKind.Failed) > 0;

    /// <summary>Whether there was no check.</summary>
    internal bool IsEmpty => _counts.Count == 0;

    /// <summary>How many checks there were.</summary>
    internal long Total => _counts.Values.Sum(static count => (long)count);

    internal int Of(CheckKind kind) => _counts.GetValueOrDefault(kind);

    internal void Count(CheckOutcome outcome) => _counts[outcome.Kind] = Of(outcome.Kind) + 1;

    /// <summary>The counts as a sentence, such as "2 changed, 5 unchanged."</summary>
    public override string ToString()
    {
        IEnumerable<string> parts =
            Words.Where(word => Of(word.Kind) > 0).Select(word => $"{Of(word.Kind)} {word.Word}");
        return IsEmpty ? "Nothing was due." : string.Join(", ", parts.DefaultIfEmpty("No articles")) + ".";
    }
}

using System.Collections.Immutable;

namespace NewsDiff.Tool.Demo;

/// <summary>One visit to the demo's site.</summary>
/// <param name="Number">The number of the round, from 1.</param>
/// <param name="Later">The time since the previous round.</param>
internal sealed record DemoRound(int Number, TimeSpan Later)
{
    /// <summary>When the demo starts: a Monday morning.</summary>
    internal static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 45, 0, TimeSpan.Zero);

    /// <summary>The visits during one working day.</summary>
    internal static readonly ImmutableArray<DemoRound> All =
    [
        new(1, TimeSpan.Zero),
        new(2, TimeSpan.FromMinutes(50)),
        new(3, TimeSpan.FromMinutes(195)),
        new(4, TimeSpan.FromMinutes(320)),
    ];
}

using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>Queries for the tests of searches.</summary>
public static class SearchQueries
{
    /// <summary>Invalid queries, each with a part of the expected message.</summary>
    public static TheoryData<string, string> Wrong { get; } = new()
    {
        { "", "no word" },
        { "   \t\n ", "no word" },
        { "-- … \u0001 &&", "no word" },
        { "\"the ferry", "not closed" },
        { "ferry OR", "OR must be between" },
        { "OR ferry", "OR must be between" },
        { "ferry OR OR quay", "OR must be between" },
        { "ferry OR -quay", "OR must be between" },
        { "ferry OR source:bbc", "OR must be between" },
        { "since:yesterday", "not a date" },
        { "until:2026-02-30 ferry", "not a date" },
        { "kind:new", "not a kind" },
        { "kind:added kind:removed", "not both" },
        { "version:0", "not a version" },
        { "source: bbc", "must follow" },
    };

    /// <summary>Queries whose characters have a meaning to a database.</summary>
    public static TheoryData<string> Hostile { get; } =
    [
        "ferry AND (", "ferry NEAR/2 quay", "NEAR(ferry quay)", "terms:ferry", "ferry*", "* ferry", "^ferry", "{ferry}",
        "'; DROP TABLE version; --", "ferry' | 'quay", "ferry & !quay", "ferry <-> quay", "ferry:A", "ferry\\", "%_",
        "nul \0 ferry", "half \uD83D ferry", "ferry \uFFFF \uE000w \uE001", "\u202Eferry", "+ferry -", "a:b:c",
        "@ferry #x $1",
    ];
}

using NewsDiff.TestSupport.Scenarios;

namespace NewsDiff.Tests.Fetching;

/// <summary>
/// Plays what servers may do to a client: real fetchers and a tracker against a server that misbehaves byte by byte.
/// </summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Sentences => [.. Scenario.All.Select(scenario => scenario.Sentence)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public Task It_holds_that(string sentence) =>
        Scenario.All.Single(scenario => scenario.Sentence == sentence).RunAsync();

    [Fact]
    public void Every_scenario_is_told_from_the_others() =>
        Assert.Equal(Scenario.All.Count, Scenario.All.Select(scenario => scenario.Id).Distinct().Count());
}

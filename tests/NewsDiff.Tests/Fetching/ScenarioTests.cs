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
    public Task The_client_behaves_as_the_scenario_says(string sentence) =>
        Scenario.All.Single(scenario => scenario.Sentence == sentence).RunAsync();

    [Fact]
    public void Every_scenario_has_a_name_of_its_own() =>
        Assert.Equal(Scenario.All.Count, Scenario.All.Select(scenario => scenario.Id).Distinct().Count());
}

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>A server's behaviour, and the client's required reaction.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Sentence">The requirement, in a sentence.</param>
/// <param name="PlayAsync">Plays it; throws when it comes out otherwise.</param>
public sealed record Scenario(string Id, string Sentence, Func<ScenarioStage, Task> PlayAsync)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. ConditionalScenarios.All,
        .. PaceScenarios.All,
        .. StatusScenarios.All,
        .. RedirectScenarios.All,
        .. GuardScenarios.All,
        .. FaultScenarios.All,
        .. CodingScenarios.All,
        .. WallScenarios.All,
        .. RobotsScenarios.All,
        .. PolitenessScenarios.All,
    ];

    /// <summary>Plays it on a stage of its own.</summary>
    public async Task RunAsync()
    {
        await using var stage = new ScenarioStage();
        await PlayAsync(stage).WaitAsync(Patience.Limit);
    }

    /// <inheritdoc/>
    public override string ToString() => Sentence;
}

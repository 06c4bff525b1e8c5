using NewsDiff.Evaluation.Fuzzing;

namespace NewsDiff.Archives.Tests.Robustness;

public sealed class DamagedArchiveTests
{
    private const int Inputs = 2_000;

    public static TheoryData<string> Targets => [.. ArchiveFuzzTargets.Names];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Nothing_is_thrown_whatever_strangers_send(string target)
    {
        var mutator = new Mutator(seed: 20260503);
        for (int i = 0; i < Inputs; i++)
        {
            byte[] input = mutator.Next(ArchiveFuzzTargets.Seeds(target));

            Exception? fault = Record.Exception(() => ArchiveFuzzTargets.Run(target, input));

            Assert.True(fault is null, $"{Convert.ToHexString(input)}: {fault}");
        }
    }
}

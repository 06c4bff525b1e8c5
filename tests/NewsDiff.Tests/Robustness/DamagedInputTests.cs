using NewsDiff.Evaluation.Fuzzing;

namespace NewsDiff.Tests.Robustness;

public sealed class DamagedInputTests
{
    private const int Inputs = 2_000;

    public static TheoryData<string> Targets => [.. FuzzTargets.Names];

    [Fact]
    public void Input_that_once_broke_a_reader_does_not_break_it()
    {
        string[] files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "damaged"));

        Assert.NotEmpty(files);
        Assert.All(files, file => FuzzTargets.Run(Path.GetFileName(file).Split('-')[0], File.ReadAllBytes(file)));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Nothing_is_thrown_whatever_strangers_send(string target)
    {
        var mutator = new Mutator(seed: 20260503);
        for (int i = 0; i < Inputs; i++)
        {
            byte[] input = mutator.Next(FuzzTargets.Seeds(target));

            Exception? fault = Record.Exception(() => FuzzTargets.Run(target, input));

            Assert.True(fault is null, $"{Convert.ToHexString(input)}: {fault}");
        }
    }
}

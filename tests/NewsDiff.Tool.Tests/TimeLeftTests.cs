using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Tests;

public sealed class TimeLeftTests
{
    [Theory]
    [InlineData(0.5, 20, "50 %, about 20 s left: ")]
    [InlineData(0.25, 60, "25 %, about 3 min left: ")]
    [InlineData(0.1, 3600, "10 %, about 9 h left: ")]
    [InlineData(1, 20, "")]
    public void It_is_told_in_one_unit(double share, int seconds, string expected) =>
        Assert.Equal(expected, TimeLeft.Describe(share, TimeSpan.FromSeconds(seconds)));
}

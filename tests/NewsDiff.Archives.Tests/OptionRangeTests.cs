using NewsDiff.Archives.Warc;

namespace NewsDiff.Archives.Tests;

/// <summary>Options out of range are refused when they are set, with their name.</summary>
public sealed class OptionRangeTests
{
    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    public void A_limit_below_its_range_is_refused_by_its_name(int limit)
    {
        Assert.Equal(
            nameof(ReplayOptions.MaxBodyBytes),
            Assert.Throws<ArgumentOutOfRangeException>(() => new ReplayOptions { MaxBodyBytes = limit }).ParamName);
        Assert.Equal(
            nameof(WarcReaderOptions.MaxHeaderBytes),
            Assert.Throws<ArgumentOutOfRangeException>(
                () => new WarcReaderOptions { MaxHeaderBytes = limit }).ParamName);
    }
}

using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

public sealed class RelativeTimeTests
{
    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(0.49, "less than a minute")]
    [InlineData(0.5, "1 minute")]
    [InlineData(1.5, "2 minutes")]
    [InlineData(44, "44 minutes")]
    [InlineData(45, "about 1 hour")]
    [InlineData(89, "about 1 hour")]
    [InlineData(90, "about 2 hours")]
    [InlineData(180, "about 3 hours")]
    [InlineData(1439, "about 24 hours")]
    [InlineData(1440, "1 day")]
    [InlineData(2519, "1 day")]
    [InlineData(2520, "2 days")]
    [InlineData(43199, "30 days")]
    [InlineData(43200, "about 1 month")]
    [InlineData(64800, "about 2 months")]
    [InlineData(129600, "3 months")]
    [InlineData(525600, "about 1 year")]
    [InlineData(1051200, "about 2 years")]
    public void Distances_are_given_in_words(double minutes, string expected) =>
        Assert.Equal(expected, RelativeTime.Between(Stories.Seen, Stories.Seen.AddMinutes(minutes)));

    [Fact]
    public void The_direction_is_given_too()
    {
        Assert.Equal("about 3 hours later", RelativeTime.Later(Stories.Seen, Stories.Seen.AddHours(3)));
        Assert.Equal("about 3 hours earlier", RelativeTime.Later(Stories.Seen, Stories.Seen.AddHours(-3)));
    }
}

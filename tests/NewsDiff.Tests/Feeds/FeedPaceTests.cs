using System.Text;
using NewsDiff.Feeds;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tests.Feeds;

public sealed class FeedPaceTests
{
    private static readonly Uri Address = new("https://example.org/feed");

    [Theory]
    [InlineData("<ttl>90</ttl>", 90.0)]
    [InlineData("<ttl>soon</ttl>", null)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod>", 60.0)]
    [InlineData("<sy:updateFrequency>4</sy:updateFrequency><sy:updatePeriod> Daily </sy:updatePeriod>", 360.0)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 60.0)]
    [InlineData("<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 60.0)]
    [InlineData("<ttl>120</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 120.0)]
    [InlineData("", null)]
    public void A_feed_says_how_often_it_is_updated(string channel, double? minutes) =>
        Assert.Equal(minutes, Read(channel).UpdateInterval?.TotalMinutes);

    [Fact]
    public void Hours_that_a_feed_wants_to_be_left_alone_are_read() =>
        Assert.Equal(
            [0, 3, 23],
            Read(
                "<skipHours><hour>23</hour><hour>3</hour><hour>24</hour><hour>25</hour><hour>x</hour></skipHours>").SkippedHours);

    [Theory]
    [InlineData("2026-05-03T11:59:00Z", "2026-05-03T11:59:00Z")]
    [InlineData("2026-05-03T12:20:00Z", "2026-05-03T14:00:00Z")]
    [InlineData("2026-05-03T23:59:59Z", "2026-05-04T00:00:00Z")]
    public void A_visit_is_moved_past_those_hours(string due, string expected)
    {
        var feed = new Feed { SkippedHours = [12, 13, 23] };

        Assert.Equal(
            DateTimeOffset.Parse(expected, null), FeedPace.PastSkippedHours(DateTimeOffset.Parse(due, null), feed));
    }

    [Fact]
    public void A_feed_that_wants_never_to_be_read_is_read()
    {
        var feed = new Feed { SkippedHours = [.. Enumerable.Range(0, 24)] };
        DateTimeOffset due = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(due, FeedPace.PastSkippedHours(due, feed));
    }

    private static Feed Read(string channel) => FeedReader.Read(
        Encoding.UTF8.GetBytes(
            $"<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><title>T</title>{channel}</channel></rss>"),
        Address).Feed!;
}

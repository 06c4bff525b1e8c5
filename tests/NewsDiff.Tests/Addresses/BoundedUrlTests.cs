using NewsDiff.Addresses;

namespace NewsDiff.Tests.Addresses;

public sealed class BoundedUrlTests
{
    private const int Longest = 8192;
    private static readonly Uri Base = new("https://example.org/");

    [Theory]
    [InlineData(Longest, true)]
    [InlineData(Longest + 1, false)]
    public void An_address_has_at_most_8192_characters(int length, bool isRead)
    {
        string address = Base.AbsoluteUri + new string('a', length - Base.AbsoluteUri.Length);

        Assert.Equal(isRead, BoundedUrl.Read(address) is not null);
        Assert.Equal(isRead, BoundedUrl.Resolve(Base, address[Base.AbsoluteUri.Length..]) is not null);
        Assert.Equal(isRead, WebUrl.Resolve(address, baseUrl: null) is not null);
        Assert.Equal(isRead, WebUrl.Resolve(address.AsSpan(Base.AbsoluteUri.Length), Base.AbsoluteUri) is not null);
    }

    [Fact]
    public void The_characters_of_an_address_count_as_they_are_sent()
    {
        string address = Base.AbsoluteUri + new string('\u00fc', 3_000);

        Assert.Null(BoundedUrl.Read(address));
        Assert.Null(WebUrl.Resolve(address, baseUrl: null));
    }

    [Fact]
    public void Nothing_is_resolved_against_a_base_that_is_too_long() =>
        Assert.Null(WebUrl.Resolve("a", Base.AbsoluteUri + new string('b', Longest)));
}

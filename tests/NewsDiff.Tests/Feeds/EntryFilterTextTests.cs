using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

/// <summary>How filters are kept and compared.</summary>
public sealed class EntryFilterTextTests
{
    [Theory]
    [InlineData("/sport/", "url:/sport/")]
    [InlineData("url:/sport/", "url:/sport/")]
    [InlineData("TITLE:^Live", "title:^Live")]
    [InlineData("category:a|b", "category:a|b")]
    [InlineData("https://news.example/", "url:https://news.example/")]
    public void A_pattern_is_read_as_people_write_it(string written, string pattern) =>
        Assert.Equal([pattern], new EntryFilter([written]).Include);

    [Fact]
    public void A_filter_is_read_back_as_it_was_written()
    {
        var filter = new EntryFilter(
            ["url:-a+"],
            ["title:-b", "category:c"]);

        var read = EntryFilter.Parse(filter.ToString());

        Assert.Equal(filter, read);
        Assert.Equal(filter.GetHashCode(), read.GetHashCode());
        Assert.NotEqual(filter, new EntryFilter(filter.Exclude, filter.Include));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void No_pattern_lets_everything_in(string text)
    {
        Assert.Equal(new EntryFilter(), EntryFilter.Parse(text));
        Assert.True(EntryFilter.TryParse(text, out EntryFilter? filter));
        Assert.True(filter.Allows(new FeedEntry { Title = "A" }));
    }

    [Theory]
    [InlineData("url:/news/")]
    [InlineData("+url:/news/\n title:a")]
    [InlineData("+title:(")]
    [InlineData("-title:(?=a)")]
    public void What_is_no_filter_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => EntryFilter.Parse(text));
        Assert.False(EntryFilter.TryParse(text, out _));
    }

    [Fact]
    public void Null_is_no_filter() => Assert.False(EntryFilter.TryParse(null, out _));

    [Fact]
    public void A_pattern_of_several_lines_is_refused() =>
        Assert.Throws<ArgumentException>(() => new EntryFilter(["title:a\nb"]));
}

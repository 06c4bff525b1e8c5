using NewsDiff.Identity;

namespace NewsDiff.Tests.Identity;

public sealed class AddressParametersTests
{
    [Theory]
    [InlineData("https://news.example/story?sid=9&id=4", "sid", "https://news.example/story?id=4")]
    [InlineData("https://news.example/story?id=4&sid=9&q=1", "sid", "https://news.example/story?id=4&q=1")]
    [InlineData("https://news.example/story?sid=9", "sid", "https://news.example/story")]
    [InlineData("https://news.example/story?sid=9#!end", "sid", "https://news.example/story#!end")]
    [InlineData("https://news.example/a;sid=9/story?id=4", "sid", "https://news.example/a/story?id=4")]
    [InlineData("https://news.example/story;sid=9;v=1", "sid", "https://news.example/story;v=1")]
    [InlineData("https://news.example:8080/story?a;sid=9", "sid", "https://news.example:8080/story?a;sid=9")]
    [InlineData("https://news.example/story?sid=9&sid=8", "sid", "https://news.example/story")]
    [InlineData("https://news.example/story?sid", "sid", "https://news.example/story?sid")]
    [InlineData("https://news.example/story?id=4", "sid", "https://news.example/story?id=4")]
    public void A_parameter_is_taken_out(string url, string name, string rest) =>
        Assert.Equal(rest, AddressParameters.Without(new Uri(url), name).AbsoluteUri);

    [Theory]
    [InlineData("https://news.example/story?sid=9&id=4&x", "sid id")]
    [InlineData("https://news.example/a;b=1/story;sid=9?sid=8&=7", "b sid")]
    [InlineData("https://news.example/a/b.html", "")]
    public void Parameters_have_a_name_and_a_value(string url, string names) =>
        Assert.Equal(names, string.Join(' ', AddressParameters.NamesOf(new Uri(url))));
}

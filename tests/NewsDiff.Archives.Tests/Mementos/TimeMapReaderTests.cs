using System.Text;
using NewsDiff.Archives.Mementos;

namespace NewsDiff.Archives.Tests.Mementos;

public sealed class TimeMapReaderTests
{
    private static readonly Uri Where = new("https://archive.example/timemap/link/http://a.example/");

    public static TheoryData<string, string> Lists => new()
    {
        {
            "links",
            """
            <http://a.example/>;rel="original",
            <https://archive.example/timemap/link/http://a.example/>; rel="self"; type="application/link-format"; from="Tue, 20 Jun 2000 18:02:59 GMT",
            <https://archive.example/timemap/2/http://a.example/>; rel="timemap",
            <https://archive.example/web/20000620180259/http://a.example/>; rel="first memento";datetime="Tue, 20 Jun 2000 18:02:59 GMT",
            </web/20011027000000/http://a.example/> ; rel=memento ; datetime="Sat, 27 Oct 2001 00:00:00 GMT"
            """
        },
        {
            "JSON of an aggregator",
            """
            {"original_uri":"http://a.example/","mementos":{"list":[
              {"datetime":"2000-06-20T18:02:59Z","uri":"https://archive.example/web/20000620180259/http://a.example/"},
              {"datetime":"2001-10-27T00:00:00Z","uri":"https://archive.example/web/20011027000000/http://a.example/"}]}}
            """
        },
        {
            "JSON rows",
            """
            [["urlkey","timestamp","original","mimetype","statuscode","digest","length"],
             ["example,a)/","20000620180259","http://a.example/","text/html","200","AAAA","1"],
             ["example,a)/","20011027000000","http://a.example/","text/html","200","BBBB","1"]]
            """
        },
        {
            "lines",
            "example,a)/ 20000620180259 http://a.example/ text/html 200 AAAA 1\nexample,a)/ 20011027000000 "
            + "http://a.example/ text/html 200 BBBB 1\n"
        },
        {
            "lines with a header",
            " CDX N b a m s k r M S V g\nexample,a)/ 20000620180259 http://a.example/ text/html 200 AAAA - - 1 2 f\n"
            + "example,a)/ 20011027000000 http://a.example/ text/html 200 BBBB - - 1 2 f\n"
        },
        {
            "CDXJ",
            "example,a)/ 20000620180259 {\"url\": \"http://a.example/\", \"status\": \"200\"}\nexample,a)/ "
            + "20011027000000 {\"url\": \"http://a.example/\"}\n"
        },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Lists_of_every_form_are_read(string form, string text)
    {
        TimeMap map = TimeMapReader.Read(Encoding.UTF8.GetBytes(text), Where, new Uri("https://archive.example/web/"))!;

        Assert.Equal(
            [
                new DateTimeOffset(2000, 6, 20, 18, 2, 59, TimeSpan.Zero),
                new DateTimeOffset(2001, 10, 27, 0, 0, 0, TimeSpan.Zero),
            ],
            map.Mementos.Select(memento => memento.CapturedAt));
        Assert.All(map.Mementos, memento => Assert.Equal("http://a.example/", memento.Original.AbsoluteUri));
        Assert.Equal("https://archive.example/web/20011027000000/http://a.example/", map.Mementos[1].Url.AbsoluteUri);
        Assert.Equal(form == "links" ? 1 : 0, map.Others.Length);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>")]
    [InlineData("{\"error\": 1}")]
    [InlineData("{broken")]
    [InlineData("<html><a rel='nofollow' href='x'>x</a></html>")]
    [InlineData("<p>This memento is not there.</p>")]
    [InlineData("Sorry, the archive is busy. Try again later.")]
    [InlineData("PK\u0003\u0004archive/data.warc.gz")]
    [InlineData("\u0089PNG\r\n\u001a\n")]
    [InlineData("[1, 2]")]
    [InlineData("[[\"x\",\"y\"],[\"1\",\"2\"]]")]
    public void What_is_no_list_is_refused_with_a_reason(string text) =>
        Assert.Null(TimeMapReader.Read(Encoding.UTF8.GetBytes(text), Where));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData(" CDX N b a m s k r M S V g\n")]
    [InlineData("<http://a.example/>;rel=\"original\", <https://archive.example/memento/list>;rel=\"self\"")]
    public void A_list_without_captures_is_an_empty_past(string text) =>
        Assert.Empty(TimeMapReader.Read(Encoding.UTF8.GetBytes(text), Where)!.Mementos);

    [Fact]
    public void Damaged_lists_never_throw()
    {
        var random = new Random(7);
        byte[][] seeds = [.. Lists.Select(list => Encoding.UTF8.GetBytes(list.Data.Item2))];
        for (int i = 0; i < 20_000; i++)
        {
            byte[] text = [.. seeds[i % seeds.Length]];
            for (int hit = random.Next(1, 8); hit > 0; hit--)
            {
                text[random.Next(text.Length)] = (byte)"<>\"{}[],;= 0aZ\n"[random.Next(15)];
            }

            Assert.InRange(TimeMapReader.Read(text, Where)?.Mementos.Length ?? 0, 0, 3);
        }
    }
}

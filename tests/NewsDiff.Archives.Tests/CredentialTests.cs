using NewsDiff.Archives.Mementos;

namespace NewsDiff.Archives.Tests;

public sealed class CredentialTests
{
    [Fact]
    public void Captures_are_listed_without_passwords()
    {
        var secret = new Uri("https://me:s3cret@news.example/feed");
        var capture = new CaptureEntry { Url = secret, CapturedAt = default, StatusCode = 200, Key = "1" };
        var memento = new Memento
        {
            Url = new Uri("https://archive.example/1"),
            Original = secret,
            CapturedAt = default,
        };

        Assert.All(
            [capture.Url, memento.Original], url => Assert.Equal("https://news.example/feed", url.OriginalString));
    }
}

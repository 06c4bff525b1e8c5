using System.Net;

namespace NewsDiff.AspNetCore.Tests;

public sealed class CardTests
{
    private static readonly Uri Front = new("https://news.example.org/changes/");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_comparison_names_the_picture_that_the_site_draws()
    {
        await using MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff(
            "/changes", new NewsDiffSiteOptions { PublicUrl = Front, Pictures = new ScriptedPictures() }));
        string id = await site.AddChangedAsync();
        string comparison = $"/changes/articles/{Uri.EscapeDataString(id)}/diff/1/2";

        string page = await site.ReadAsync(comparison);

        Assert.Contains($"property=\"og:image\" content=\"https://news.example.org{comparison}/card.png\"", page);
        Assert.Contains($"property=\"og:url\" content=\"https://news.example.org{comparison}\"", page);
        Assert.Contains("property=\"og:image:width\" content=\"12\"", page);
        Assert.Contains("property=\"og:image:height\" content=\"6\"", page);
        Assert.Contains("property=\"og:image:alt\" content=\"From 1 to &quot;2&quot;\"", page);
        Assert.DoesNotContain("og:image", await site.ReadAsync("/changes/articles"));

        using HttpResponseMessage answer = await site.Client.GetAsync(comparison + "/card.png", Stop);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("Picture of 1 to 2", await answer.Content.ReadAsStringAsync(Stop));
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task Without_pictures_or_a_public_address_no_page_names_one()
    {
        await using MappedSite bare = await MappedSite.StartAsync(app => app.MapNewsDiff(
            "/bare", new NewsDiffSiteOptions { PublicUrl = Front }));
        await using MappedSite unknown = await MappedSite.StartAsync(app => app.MapNewsDiff(
            "/bare", new NewsDiffSiteOptions { Pictures = new ScriptedPictures() }));
        foreach (MappedSite site in new[] { bare, unknown })
        {
            string id = await site.AddChangedAsync();
            string comparison = $"/bare/articles/{Uri.EscapeDataString(id)}/diff/1/2";

            Assert.DoesNotContain("og:", await site.ReadAsync(comparison));
            using HttpResponseMessage picture = await site.Client.GetAsync(comparison + "/card.png", Stop);
            Assert.Equal(site == bare ? HttpStatusCode.NotFound : HttpStatusCode.OK, picture.StatusCode);
        }
    }

    [Fact]
    public async Task There_is_no_picture_of_versions_that_do_not_exist()
    {
        await using MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff(
            "", new NewsDiffSiteOptions { Pictures = new ScriptedPictures() }));
        string id = await site.AddChangedAsync();

        foreach (string path in new[] { $"articles/{Uri.EscapeDataString(id)}/diff/1/9", "articles/none/diff/1/2" })
        {
            using HttpResponseMessage answer = await site.Client.GetAsync($"/{path}/card.png", Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}

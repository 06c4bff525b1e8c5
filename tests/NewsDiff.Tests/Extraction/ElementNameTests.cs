using FsCheck;
using FsCheck.Fluent;
using NewsDiff.Extraction;
using NewsDiff.Extraction.Parsing;
using NewsDiff.TestSupport;

namespace NewsDiff.Tests.Extraction;

/// <summary>Class names and ids that are words give roles; hashes do not.</summary>
public sealed class ElementNameTests
{
    [Theory]
    [InlineData("ad")]
    [InlineData("ad1")]
    [InlineData("ads-12")]
    [InlineData("ads12")]
    [InlineData("topAd")]
    [InlineData("AdSlot")]
    [InlineData("GoogleDfpAd")]
    [InlineData("div-gpt-ad-1456148318385-0")]
    [InlineData("Article_ad__3kF9z")]
    [InlineData("adslot_300x250")]
    [InlineData("advertisement728")]
    [InlineData("ad-300x250")]
    [InlineData("ad-728px")]
    [InlineData("h1-ad")]
    public void A_word_is_read_even_with_a_counter_after_it(string name) =>
        Assert.Equal(Roles.Advert, RoleWords.Of(name));

    [Theory]
    [InlineData("share-count", (int)Roles.Share)]
    [InlineData("share-3", (int)Roles.Share)]
    [InlineData("share-4a1c7", (int)Roles.Share)]
    [InlineData("related-posts-3", (int)Roles.Related)]
    [InlineData("sidebar2", (int)Roles.Aside)]
    [InlineData("submenu815198092", (int)Roles.Navigation)]
    [InlineData("DetailsContentTags", (int)Roles.Tags)]
    [InlineData("read-more", (int)Roles.Related)]
    [InlineData("articleBody_1", (int)Roles.Body)]
    [InlineData("mainMenu", (int)Roles.Navigation)]
    [InlineData("authorBio", (int)Roles.Byline)]
    public void Other_roles_are_read_likewise(string name, int role) => Assert.Equal((Roles)role, RoleWords.Of(name));

    [Theory]
    [InlineData("elementor-element-a3383d1")]
    [InlineData("block-d23a75c0ad91f4")]
    [InlineData("ad2f72ca")]
    [InlineData("ad12")]
    [InlineData("44ad01d8")]
    [InlineData("3d08ad5c-7ad4-4ad0-ad12-0ad9de4c1f2b")]
    [InlineData("36AD7RDgkLzFtv3AeWjhgR")]
    [InlineData("css-1x2ad9")]
    [InlineData("_adXkQz")]
    [InlineData("sc-bdVaAd")]
    [InlineData("col-a-d")]
    [InlineData("read-3f2a-more")]
    [InlineData("3f2-ad-4a1c")]
    [InlineData("9c41e-nav-0b7d2f")]
    [InlineData("4a1c7-share-3f2b9")]
    [InlineData("share712345")]
    [InlineData("footer8834120")]
    public void A_hash_has_no_role(string name) => Assert.Equal(Roles.None, RoleWords.Of(name));

    [Theory]
    [InlineData("d-none", true)]
    [InlineData("d-none d-md-block", false)]
    [InlineData("d-none d-xl-flex", false)]
    [InlineData("d-none d-md-none", true)]
    [InlineData("d-none d-print-block", true)]
    public void What_wide_screens_show_is_not_hidden(string names, bool isHidden) =>
        Assert.Equal(isHidden ? Roles.Hidden | Roles.Unseen : Roles.None, RoleWords.Of(names));

    [Fact]
    public void Hashes_in_class_names_and_ids_change_no_extraction()
    {
        PageFixture[] pages = [.. PageFixture.Names.Select(name => new PageFixture(name))];
        string[] expected = [.. pages.Select(page => Describe(page, VolatileNames.Rewrite(page.Html)))];
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            Assert.Equal(expected, pages.Select(page => Describe(page, VolatileNames.AddTo(page.Html, seed)))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithQuietOnSuccess(true));
    }

    private static string Describe(PageFixture page, string html)
    {
        ExtractionResult result = Pages.Extract(html, page.Url.AbsoluteUri);
        Article? article = result.Article;
        return string.Join('\n', [
            $"{result.Verdict} {article?.Title} {article?.PublishedAt} {article?.ModifiedAt} {article?.Language} "
            + $"{article?.SiteName}",
            .. article?.Authors ?? [],
            .. article?.Paragraphs.Select(paragraph => $"{paragraph.Kind}: {paragraph.Text}") ?? [],
        ]);
    }
}

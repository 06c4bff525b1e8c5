using System.Text.Json;
using System.Xml.Linq;

namespace NewsDiff.Tool.Tests;

/// <summary>What leaves a database: feeds and exports.</summary>
public sealed class OutputCommandTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Changes_are_written_as_atom()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        XDocument feed = XDocument.Parse((await followed.ReadAsync("feed")).Exits(0).Output);

        XElement entry = Assert.Single(feed.Root!.Elements(Atom + "entry"));
        Assert.Contains("Library to stay open longer", entry.Element(Atom + "title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_are_written_as_rss_that_leads_to_the_pages()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        XDocument feed = XDocument.Parse(
            (await followed.ReadAsync("feed", "--format", "rss", "--site", "https://changes.example.org/town")).Exits(
                0).Output);

        string id = await ShowCommandTests.FindIdAsync(followed, "library");
        Assert.Equal(
            $"https://changes.example.org/town/articles/{id}/diff/1/2",
            feed.Descendants("item").Single().Element("link")!.Value);
    }

    [Fact]
    public async Task A_feed_speaks_the_language_that_is_asked_for()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        string german = (await followed.ReadAsync("feed", "--language", "de")).Exits(0).Output;
        string english = (await followed.ReadAsync("feed")).Exits(0).Output;

        Assert.Contains("Wort", german, StringComparison.Ordinal);
        Assert.DoesNotContain("Wort", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_one_article_are_written_as_json_feed()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        ToolResult changed = await followed.ReadAsync(
            "feed", "--format", "json", "--article", followed.Site.Url("library").AbsoluteUri);
        ToolResult other = await followed.ReadAsync(
            "feed", "--format", "json", "--article", followed.Site.Url("bridge").AbsoluteUri);

        Assert.Equal(1, JsonDocument.Parse(changed.Exits(0).Output).RootElement.GetProperty("items").GetArrayLength());
        Assert.Equal(0, JsonDocument.Parse(other.Exits(0).Output).RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task All_versions_are_exported_in_the_order_they_were_seen()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        IReadOnlyList<JsonElement> lines = (await followed.ReadAsync("export")).Exits(0).JsonLines();

        Assert.Equal([1, 1, 2], lines.Select(line => line.GetProperty("version").GetInt32()));
        Assert.All(
            lines, line => Assert.Equal(3, line.GetProperty("content").GetProperty("paragraphs").GetArrayLength()));
    }

    [Fact]
    public async Task Changes_are_exported_with_both_versions_and_what_differs()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        JsonElement change = Assert.Single(
            (await followed.ReadAsync(
                "export", "--changes", "--article", followed.Site.Url("library").AbsoluteUri)).Exits(0).JsonLines());

        Assert.Equal(1, change.GetProperty("before").GetProperty("version").GetInt32());
        Assert.Equal(2, change.GetProperty("after").GetProperty("version").GetInt32());
        Assert.True(change.GetProperty("diff").GetProperty("hasChanges").GetBoolean());
    }
}

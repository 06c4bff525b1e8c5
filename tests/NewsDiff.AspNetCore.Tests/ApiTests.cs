using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace NewsDiff.AspNetCore.Tests;

public sealed class ApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_come_newest_first_with_what_they_are()
    {
        await using MappedSite site = await StartAsync();
        string id = await site.AddChangedAsync();

        JsonNode change = Assert.Single((await ReadAsync(site, "/api/changes"))["items"]!.AsArray())!;

        Assert.Equal("Changed", (string?)change["kind"]);
        Assert.Equal(id, (string?)change["articleId"]);
        Assert.Equal((1, 2), ((int)change["before"]!, (int)change["version"]!));
        Assert.Equal("town", (string?)change["source"]);
        Assert.Equal("1 word added, 1 removed", (string?)change["summary"]);
        Assert.Contains("Lead", change["classes"]!.AsArray().Select(name => (string?)name));
        Assert.Equal($"/articles/{id}/diff/1/2", new Uri((string)change["page"]!).AbsolutePath);
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_by_what_each_part_says_is_next()
    {
        await using MappedSite site = await StartAsync();
        for (int i = 0; i < 120; i++)
        {
            await site.AddChangedAsync($"https://news.example/{i}");
        }

        foreach (string list in (string[])["changes", "articles"])
        {
            HashSet<string> seen = [];
            int parts = 0;
            for (string? before = ""; before is not null; parts++)
            {
                JsonNode part = await ReadAsync(site, $"/api/{list}{(before.Length == 0 ? "" : $"?before={before}")}");
                Assert.All(
                    part["items"]!.AsArray(),
                    item => Assert.True(seen.Add((string)(item!["articleId"] ?? item["id"])!)));
                before = (string?)part["next"];
            }

            Assert.Equal((120, 3), (seen.Count, parts));
        }
    }

    [Fact]
    public async Task Events_are_read_on_from_where_a_reader_stopped()
    {
        await using MappedSite site = await StartAsync();
        await site.AddChangedAsync();
        JsonNode first = await ReadAsync(site, "/api/events?limit=1");
        JsonNode rest = await ReadAsync(site, $"/api/events?after={first["next"]}");
        JsonNode none = await ReadAsync(site, $"/api/events?after={rest["next"]}");
        await site.AddAsync("https://news.example/bridge", "The bridge is open.");
        JsonNode later = await ReadAsync(site, $"/api/events?after={none["next"]}");

        Assert.Equal(["FirstSeen"], Kinds(first));
        Assert.Equal(["Changed"], Kinds(rest));
        Assert.Empty(Kinds(none));
        Assert.Equal(["FirstSeen"], Kinds(later));

        static IEnumerable<string> Kinds(JsonNode part) =>
            part["items"]!.AsArray().Select(item => (string)item!["kind"]!);
    }

    [Theory]
    [InlineData("changes?Source=news.example", "'Source'", "before, only, since")]
    [InlineData("changes?after=1", "'after'", "before, only, since")]
    [InlineData("articles?since=2026-05-01", "'since'", "before")]
    [InlineData("articles?source=news.example", "'source'", "before")]
    [InlineData("events?before=1", "'before'", "after, limit")]
    [InlineData("search?q=nine&only=Silent", "'only'", "q, before")]
    [InlineData("articles/0?before=1", "'before'", "none")]
    public async Task A_filter_that_would_be_ignored_is_refused(string address, string name, string known)
    {
        await using MappedSite site = await StartAsync();
        await site.AddChangedAsync();

        HttpResponseMessage answer = await site.Client.GetAsync($"/api/{address}", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        string problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["title"]!.ToString();
        Assert.Contains(name, problem, StringComparison.Ordinal);
        Assert.Contains($"takes {known}.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changes?SINCE=2026-05-01&Only=headline")]
    [InlineData("events?Limit=5")]
    [InlineData("changes?api_key=of-the-host")]
    public async Task Capitals_and_parameters_of_the_host_are_taken(string address)
    {
        await using MappedSite site = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync($"/api/{address}", Stop)).StatusCode);
    }

    [Fact]
    public async Task An_article_its_versions_and_what_changed_are_read_by_themselves()
    {
        await using MappedSite site = await StartAsync();
        string id = await site.AddChangedAsync();

        JsonNode article = await ReadAsync(site, $"/api/articles/{id}");
        JsonNode version = await ReadAsync(site, $"/api/articles/{id}/versions/2");
        JsonNode diff = await ReadAsync(site, $"/api/articles/{id}/diff/1/2");

        Assert.Equal([1, 2], article["versions"]!.AsArray().Select(item => (int)item!["number"]!));
        Assert.Equal("The library closes at ten.", (string?)version["article"]!["paragraphs"]![0]!["text"]);
        Assert.Equal((string?)article["versions"]![1]!["contentHash"], (string?)version["contentHash"]);
        Assert.Contains("nine", diff.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_words_are_found()
    {
        await using MappedSite site = await StartAsync();
        string id = await site.AddChangedAsync();

        JsonNode hit = Assert.Single((await ReadAsync(site, "/api/search?q=nine"))["items"]!.AsArray())!;

        Assert.Equal(id, (string?)hit["articleId"]);
        Assert.Equal((1, 1), ((int)hit["firstVersion"]!, (int)hit["lastVersion"]!));
        string snippet = (string)hit["snippet"]!;
        int[] match = [.. hit["matches"]![0]!.AsArray().Select(number => (int)number!)];
        Assert.Equal("nine", snippet.Substring(match[0], match[1]));
        Assert.Contains("<mark>nine</mark>", await site.ReadAsync("/search?q=nine"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("articles", HttpStatusCode.OK)]
    [InlineData("changes", HttpStatusCode.OK)]
    [InlineData("search?q=nine", HttpStatusCode.OK)]
    [InlineData("articles/0000000000000000", HttpStatusCode.NotFound)]
    [InlineData("none", HttpStatusCode.NotFound)]
    public async Task The_head_of_an_answer_is_that_of_the_answer(string path, HttpStatusCode status)
    {
        await using MappedSite site = await StartAsync();
        await site.AddChangedAsync();

        using HttpResponseMessage whole = await site.Client.GetAsync("/api/" + path, Stop);
        using HttpRequestMessage question = new(HttpMethod.Head, "/api/" + path);
        using HttpResponseMessage head = await site.Client.SendAsync(question, Stop);

        Assert.Equal(status, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("changes?only=everything", 400, "Headline")]
    [InlineData("changes?since=yesterday", 400, "2026-05-01")]
    [InlineData("changes?before=1", 404, "'next'")]
    [InlineData("articles?before=x", 404, "'next'")]
    [InlineData("events?after=x", 400, "'next'")]
    [InlineData("events?limit=0", 400, "1 to 1000")]
    [InlineData("events?limit=1001", 400, "1 to 1000")]
    [InlineData("search?q=", 400, "'q'")]
    [InlineData("search?q=kind:nothing", 400, "kind")]
    [InlineData("articles/0000000000000000", 404, "no such article")]
    [InlineData("articles/%E2%80%AE", 404, "no such article")]
    [InlineData("articles/{id}/versions/9", 404, "no such version")]
    [InlineData("articles/{id}/diff/1/9", 404, "no two such versions")]
    [InlineData("articles/{id}/diff/1/1", 404, "no two such versions")]
    [InlineData("none", 404, "no such address")]
    public async Task A_request_for_nothing_is_told_what_is_wrong_with_it(string path, int status, string sign)
    {
        await using MappedSite site = await StartAsync();
        string id = await site.AddChangedAsync();

        using HttpResponseMessage answer = await site.Client.GetAsync(
            "/api/" + path.Replace("{id}", id, StringComparison.Ordinal), Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
        Assert.Contains(sign, (string?)problem["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_was_taken_down_is_in_no_answer()
    {
        await using MappedSite site = await StartAsync();
        string id = await site.AddChangedAsync();
        await site.Store.HideAsync(
            new VersionQuery { ArticleId = id, ToNumber = 1 }, "A court ordered it.", "Ann", Drafts.Noon, Stop);

        foreach (string path in (string[])[$"/api/articles/{id}/versions/1", $"/api/articles/{id}/diff/1/2"])
        {
            using HttpResponseMessage answer = await site.Client.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.UnavailableForLegalReasons, answer.StatusCode);
            Assert.DoesNotContain("nine", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        string[] lists = ["/api/changes", $"/api/articles/{id}", "/api/articles", "/api/events", "/api/search?q=nine"];
        foreach (string path in lists)
        {
            Assert.DoesNotContain("closes at nine", await site.ReadAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_hosts_OpenAPI_document_describes_every_address()
    {
        await using MappedSite site = await MappedSite.StartAsync(
            app =>
            {
                app.MapNewsDiff("/changes");
                app.MapOpenApi();
            },
            services => services.AddOpenApi());

        JsonNode document = await ReadAsync(site, "/openapi/v1.json");

        string[] paths = [.. document["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "/changes/api/articles", "/changes/api/articles/{id}", "/changes/api/articles/{id}/diff/{from}/{to}",
                "/changes/api/articles/{id}/versions/{number}", "/changes/api/changes", "/changes/api/events",
                "/changes/api/search",
            ],
            paths);
        JsonNode events = document["paths"]!["/changes/api/events"]!["get"]!;
        Assert.Equal(["after", "limit"], events["parameters"]!.AsArray().Select(item => (string)item!["name"]!));
        Assert.NotEmpty(((string)events["summary"]!).Trim());
        Assert.Contains("articleId", document["components"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static Task<MappedSite> StartAsync() => MappedSite.StartAsync(app => app.MapNewsDiff());

    private static async Task<JsonNode> ReadAsync(MappedSite site, string path) =>
        JsonNode.Parse(await site.ReadAsync(path), documentOptions: new JsonDocumentOptions())!;
}

using System.Net;
using System.Text.RegularExpressions;
using NewsDiff.Tool.Configuration;
using NewsDiff.Tool.Site;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Tests;

/// <summary><c>newsdiff serve --manage</c>.</summary>
public sealed partial class ManageServeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--listen 0.0.0.0", "leave --listen out")]
    [InlineData("--listen 0.0.0.0 --public-url https://changes.example/", "leave --public-url out")]
    [InlineData("--public-url https://changes.example/", "leave --public-url out")]
    [InlineData("--read-only", "leave --read-only out")]
    public async Task Managing_is_for_this_machine_alone(string options, string advice)
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();

        ToolResult result = await followed.ReadAsync(["serve", "--manage", .. options.Split(' ')]);

        Assert.Contains(advice, result.Exits(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(followed.Database));
    }

    [Theory]
    [InlineData("POST", "manage/pause", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "manage", HttpStatusCode.NotFound)]
    public async Task Without_the_option_nothing_is_managed(string method, string path, HttpStatusCode expected)
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        await using NewsStore store = await Databases.OpenExistingAsync(new DatabaseAccess(followed.Database), Stop);
        await using SiteServer server = await SiteServer.StartAsync(
            await store.OpenPagesAsync(Stop), new SitePlace { Port = 0 }, management: null, _ => { }, Stop);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server.Url, path));

        using HttpResponseMessage answer = await client.SendAsync(request, Stop);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_person_at_this_machine_hides_a_version_and_the_log_names_the_user()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        string id = await ShowCommandTests.FindIdAsync(followed, "library");
        await using NewsStore store = await Databases.OpenExistingAsync(new DatabaseAccess(followed.Database), Stop);
        ToolSettings settings = SettingsReader.Read(
            new ToolHost { Output = TextWriter.Null, Error = TextWriter.Null, OpenInput = () => Stream.Null },
            file: null,
            []);
        using var web = new Fetchers(settings.Web, TimeProvider.System);
        await using SiteServer server = await SiteServer.StartAsync(
            await store.OpenPagesAsync(Stop),
            new SitePlace { Port = 0 },
            new SiteManagement(store, web, settings),
            fault => Assert.Fail(fault.ToString()),
            Stop);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Origin", server.Url.GetLeftPart(UriPartial.Authority));

        string question = await PostAsync(
            client, server, "hide", ("article", id), ("first", "1"), ("reason", "A court ordered it."));
        await PostAsync(client, server, "erase", ("draft", Draft().Match(question).Groups["key"].Value));

        string log = (await followed.ReadAsync("log", id)).Exits(0).Output;
        Assert.Contains("A court ordered it.", log, StringComparison.Ordinal);
        Assert.Contains(Environment.UserName, log, StringComparison.Ordinal);
    }

    private static async Task<string> PostAsync(
        HttpClient client, SiteServer server, string action, params (string Name, string Value)[] fields)
    {
        Match token = Token().Match(await client.GetStringAsync(new Uri(server.Url, "manage"), Stop));
        using var form = new FormUrlEncodedContent(
        [
            new(token.Groups["name"].Value, token.Groups["value"].Value),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
        using HttpResponseMessage answer = await client.PostAsync(new Uri(server.Url, "manage/" + action), form, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    [GeneratedRegex("type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"draft\" value=\"(?<key>[^\"]+)\"")]
    private static partial Regex Draft();
}

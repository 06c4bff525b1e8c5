using System.CommandLine;
using System.Net;
using System.Text.Json;
using NewsDiff.Addresses;
using NewsDiff.Fetching;
using NewsDiff.Fetching.Guard;
using NewsDiff.TestSupport.Faults;

namespace NewsDiff.Evaluation.Ssrf;

/// <summary>
/// <c>ssrf FILE</c>: which addresses are connected to, asked for directly, after a redirect and after rebinding.
/// </summary>
/// <remarks>
/// Names and addresses are played: what would be connected to is written down, and leads to a site here.
/// </remarks>
internal static class SsrfCommand
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");

    public static Command Create()
    {
        var file = new Argument<FileInfo>(
            "FILE")
        { Description = "The addresses with what must become of them, .jsonl." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command("ssrf", "Scores which addresses are refused before anything is sent.") { file, json };
        command.SetAction(parse => RunAsync(parse.GetRequiredValue(file), parse.GetValue(json)));
        return command;
    }

    private static async Task RunAsync(FileInfo file, bool isJson)
    {
        var tally = new Tally();
        foreach (JsonElement row in Archive.ReadLines(file).Select(line => JsonElement.Parse(line)))
        {
            string url = row.GetProperty("url").GetString()!;
            bool mustBlock = row.GetProperty("must_block").GetBoolean();
            string miss = $"{url} ({row.GetProperty("why").GetString()})";
            tally.Count("asked for directly", await IsAsExpectedAsync(url, mustBlock), miss);
            tally.Count("after a redirect", await IsAsExpectedAfterRedirectAsync(url, mustBlock), miss);
            bool isLiteral = Uri.TryCreate(
                url,
                UriKind.Absolute,
                out Uri? address) & IPAddress.TryParse(address?.Host.Trim('[', ']'), out IPAddress? inside);
            if (isLiteral && !PublicInternet.Contains(inside!))
            {
                tally.Count("after rebinding", await IsRefusedAfterRebindingAsync(inside!), miss);
            }
        }

        tally.Print(new Dictionary<string, double>(), isJson);
    }

    private static async Task<bool> IsAsExpectedAsync(string url, bool mustBlock)
    {
        await using FaultNetwork network = Play(out FaultSite everywhere);
        FetchStatus? status = await FetchAsync(network, url);
        bool wasReached = network.Connections.Count > 0;
        return mustBlock
            ? status is null or FetchStatus.Refused && !wasReached && everywhere.Requests.Count == 0
            : wasReached;
    }

    private static async Task<bool> IsAsExpectedAfterRedirectAsync(string url, bool mustBlock)
    {
        await using FaultNetwork network = Play(out FaultSite everywhere);
        FaultSite news = network.Open("news.example").Redirect("/a", url);
        FetchStatus? status = await FetchAsync(network, "http://news.example/a");
        string own = network.Connections[0];
        bool wasReached = network.Connections.Any(connection => connection != own);
        bool isAddress = Uri.TryCreate(new Uri("http://news.example/a"), url, out _)
            || WebUrl.Resolve(url, "http://news.example/a") is not null;
        return news.RequestsFor("/a").Count == 1
            && (mustBlock
                ? status == (isAddress ? FetchStatus.Refused : FetchStatus.Failed)
                    && !wasReached
                    && everywhere.Requests.Count == 0
                : wasReached);
    }

    private static async Task<bool> IsRefusedAfterRebindingAsync(IPAddress inside)
    {
        await using FaultNetwork network = Play(out FaultSite everywhere);
        network.Rebind("rebind.example", [Public], [inside]);
        FetchStatus? first = await FetchAsync(network, "http://rebind.example/");
        FetchStatus? second = await FetchAsync(network, "http://rebind.example/");
        return first != FetchStatus.Refused && second == FetchStatus.Refused
            && network.Connections.Count == 1 && everywhere.Requests.Count == 1;
    }

    /// <summary>
    /// A network where every address answers, and names resolve as the data says: attackers' names to inside.
    /// </summary>
    private static FaultNetwork Play(out FaultSite everywhere)
    {
        var network = new FaultNetwork { OtherNames = AddressesOf };
        everywhere = network.Open("everywhere.example");
        network.OtherPort = everywhere.Port;
        return network;
    }

    private static IPAddress[] AddressesOf(string host) => host switch
    {
        _ when host.EndsWith(".nip.test", StringComparison.Ordinal) => [IPAddress.Loopback],
        _ when host.EndsWith(".internal", StringComparison.Ordinal) => [IPAddress.Parse("169.254.169.254")],
        _ when host.TrimEnd('.').EndsWith("localhost", StringComparison.OrdinalIgnoreCase) => [IPAddress.Loopback],
        _ => [Public],
    };

    /// <summary>How a fetch ended; null when there is no such address to begin with.</summary>
    private static async Task<FetchStatus?> FetchAsync(FaultNetwork network, string url)
    {
        if (!Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? address))
        {
            return null;
        }

        var options = new HttpFetchOptions { RespectRobots = false, MinGap = TimeSpan.Zero };
        using HttpClient client = network.CreateClient(options);
        using var polite = new PoliteClient(client, options, new SitePoliteness());
        using var fetcher = new HttpArticleFetcher(polite);
        return (await fetcher.FetchAsync(FetchRequest.For(address))).Status;
    }
}

using System.Collections.Immutable;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsDiff.Evaluation.Xss;

/// <summary>Uses the forms of the pages for managing as a person does, with harmful texts in every field.</summary>
internal sealed class ManageWalk : IDisposable
{
    private const int LongestReason = 2000;
    private const int LongestSource = 100;
    private const int LongestRule = 60_000;
    private const int LongestAddress = 8000;

    private readonly HttpClient _client;
    private readonly string _root;
    private readonly HostileWeb _web;

    internal ManageWalk(Uri site, string root, HostileWeb web)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        _client = new HttpClient(handler) { BaseAddress = site };
        _client.DefaultRequestHeaders.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        _root = root + "/manage";
        _web = web;
    }

    /// <summary>Every page that the forms lead to.</summary>
    /// <param name="texts">The harmful texts.</param>
    /// <param name="most">How many forms of a kind are sent at most.</param>
    /// <param name="mostReasons">How many reasons of a takedown are sent at most; each is short.</param>
    /// <param name="hostile">What the site is made of.</param>
    internal async IAsyncEnumerable<string> GoAsync(
        ImmutableArray<string> texts, int most, int mostReasons, HostileStore hostile)
    {
        IDocument overview = new HtmlParser().ParseDocument(await _client.GetStringAsync(_root));
        IElement hidden = overview.QuerySelector("form input[type=hidden]")!;
        var token = KeyValuePair.Create(hidden.GetAttribute("name")!, hidden.GetAttribute("value")!);
        yield return _root;
        yield return _root + "/failing";
        yield return _root + "/expired";
        foreach (string feed in overview.QuerySelectorAll("a[href*='manage/feeds/']")
            .Select(link => link.GetAttribute("href")!).Take(most))
        {
            yield return feed;
        }

        foreach (string id in hostile.Full.Concat(hostile.Single.Take(most)))
        {
            yield return $"{_root}/articles/{id}";
        }

        foreach ((string action, Dictionary<string, string> fields) in Forms(texts, most, mostReasons, hostile.Full[0]))
        {
            // A form with a NUL is refused as a whole, before any field is read.
            using var form = new FormUrlEncodedContent(fields.Append(token).Select(static field =>
                KeyValuePair.Create(field.Key, field.Value.Replace("\0", "", StringComparison.Ordinal))));
            using HttpResponseMessage answer = await _client.PostAsync($"{_root}/{action}", form);
            yield return answer.StatusCode == HttpStatusCode.SeeOther
                ? answer.Headers.Location!.OriginalString
                : throw new InvalidOperationException($"The form '{action}' was answered with {answer.StatusCode}.");
        }
    }

    public void Dispose() => _client.Dispose();

    private IEnumerable<(string Action, Dictionary<string, string> Fields)> Forms(
        ImmutableArray<string> texts, int most, int mostReasons, string article)
    {
        foreach (string text in SiteWalk.Joined(texts, LongestAddress).Take(most))
        {
            string source = text[..Math.Min(LongestSource, text.Length)];
            yield return ("look", new() { ["address"] = text, ["source"] = source });
        }

        foreach (string text in SiteWalk.Joined(texts, LongestRule).Take(most))
        {
            yield return ("look", new() { ["address"] = "news.example", ["source"] = text, ["rule"] = text });
        }

        foreach (string text in SiteWalk.Joined(texts, LongestReason).Take(mostReasons))
        {
            yield return ("hide", Hiding(article, "1", "2", text));
        }

        foreach (string text in SiteWalk.Joined(texts, LongestReason).Take(Math.Min(mostReasons, 20)))
        {
            yield return ("hide", Hiding(article, text, text, text));
        }

        foreach (string place in Places(most))
        {
            yield return ("look", new() { ["address"] = new Uri(_web.Url, place).AbsoluteUri, ["source"] = texts[0] });
        }

        string rule = $$"""{ "{{_web.Url.Host}}": { "title": "h1", "body": "p", "authors": ".byline" } }""";
        for (int page = 0; page < Math.Min(most, _web.Pages); page++)
        {
            string address = new Uri(_web.Url, $"page/{page}").AbsoluteUri;
            yield return ("look", new() { ["address"] = address, ["rule"] = rule });
        }

        foreach (string text in HostileWeb.ForRobots(texts).Take(most))
        {
            string address = new Uri(_web.Url, "closed/").AbsoluteUri + Uri.EscapeDataString(text);
            yield return ("look", new() { ["address"] = address });
        }
    }

    private static Dictionary<string, string> Hiding(string article, string first, string last, string reason) => new()
    {
        ["article"] = article,
        ["first"] = first,
        ["last"] = last,
        ["reason"] = reason,
    };

    private IEnumerable<string> Places(int most) => Enumerable.Range(0, Math.Min(most, _web.Feeds))
        .Select(n => $"feed/{n}")
        .Concat(Enumerable.Range(0, Math.Min(most, _web.Pages)).SelectMany(n => (string[])[$"page/{n}", $"front/{n}"]));
}

using System.Globalization;
using System.Text;

namespace NewsDiff.Tests.Judgement;

/// <summary>What servers, pages and clocks do to one story in the course of days, and what is stored of it.</summary>
public sealed class TimelineTests
{
    private const string Title = "The harbour reopens";

    private static readonly string[] Harbour = Story.About(0);

    private static readonly string[] Accented =
        [.. Harbour.Select(text => text + " C’était déjà l’été à la criée, où l’océan brûlait.")];

    /// <summary>Servers that err, wall off or wait.</summary>
    [Theory]
    [InlineData("A@0 403@3 A@30", 72, "A")]
    [InlineData("A@0 401@3 B@30", 72, "A B")]
    [InlineData("A@0 429@3 A@9", 48, "A")]
    [InlineData("A@0 503@3 B@9", 72, "A B")]
    [InlineData("A@0 500@2 B@60", 200, "A B")]
    [InlineData("A@0 204@2 B@20", 100, "A B")]
    [InlineData("A@0 404@3 A@3.9", 100, "A")]
    [InlineData("A@0 404@3 B@300", 900, "A B", "FirstSeen Vanished Changed")]
    [InlineData("A@0 404@3 A@300", 900, "A", "FirstSeen Vanished Returned")]
    [InlineData("A@0 410@3 A@10", 100, "A", "FirstSeen")]
    [InlineData("A@0 410@3 A@10 410@50 A@60", 200, "A", "FirstSeen")]
    [InlineData("A@0 410@3 A@300", 900, "A", "FirstSeen Vanished")]
    [InlineData("A@0 451@3 A@100", 400, "A", "FirstSeen")]
    [InlineData("A@0 wall@3 A@6", 72, "A", "FirstSeen")]
    [InlineData("A@0 wall@3 B@6", 72, "A B")]
    [InlineData("A@0 maintenance@3 A@20", 72, "A", "FirstSeen")]
    [InlineData("A@0 error@3 A@8", 72, "A", "FirstSeen")]
    [InlineData("A@0 302:/login@3 A@123", 300, "A", "FirstSeen")]
    [InlineData("A@0 303:/login@3 B@123", 300, "A B")]
    [InlineData("A@0 301:/login@3 A@123", 300, "A", "FirstSeen")]
    [InlineData("A@0 301:/other@2 A@6", 72, "A", "FirstSeen")]
    [InlineData("A@0 302:/@2 A@60", 100, "A", "FirstSeen")]
    [InlineData("A@0 302:/story@2 A@20", 100, "A", "FirstSeen")]
    [InlineData("A@0 302:/chain@2 A@20", 100, "A", "FirstSeen")]
    [InlineData("A@0 empty@3 A@20", 100, "A", "FirstSeen")]
    [InlineData("A@0 half@3 A@6", 72, "A", "FirstSeen")]
    [InlineData("é@0 garbled@3 é@20", 72, "é", "FirstSeen")]
    [InlineData("A@0 untitled@3 A@3.2", 72, "A", "FirstSeen")]
    [InlineData("503@0 A@3", 72, "A", "FirstSeen")]
    [InlineData("404@0 A@30", 72, "A", "FirstSeen")]
    [InlineData("empty@0 A@5", 72, "A", "FirstSeen")]
    [InlineData("410@0 A@5", 72, "A", "FirstSeen")]
    public Task A_server(string timeline, double hours, string versions, string? events = null) =>
        StoresAsync(timeline, hours, versions, events);

    /// <summary>Pages that are edited, shown in variants, or hold more than the story.</summary>
    [Theory]
    [InlineData("A@0 B@5 A@200", 900, "A B A")]
    [InlineData("A@0 B@0.6 C@1.5 D@3", 48, "A B C D")]
    [InlineData("A@0 note@5", 72, "A note")]
    [InlineData("A@0 title@5", 72, "A title")]
    [InlineData("A@0 flash@0", 72, "flash")]
    [InlineData("flash@0 A@0.5", 72, "flash A")]
    [InlineData("A@0 blanks@3 A@9 blanks@20", 72, "A", "FirstSeen")]
    [InlineData("A@0 two@3 A@9", 72, "A", "FirstSeen")]
    [InlineData("A@0 german@3 A@8", 72, "A", "FirstSeen")]
    [InlineData("A@0 teaser@3 A@3.2 teaser@9 A@9.2", 72, "A", "FirstSeen")]
    [InlineData("A@0 X@3", 200, "A X")]
    [InlineData("A@0 X@3 A@9", 200, "A", "FirstSeen")]
    [InlineData("A@0 canonical:/@3", 200, "A", "FirstSeen")]
    [InlineData("A@0 canonical:/other@3 canonical:/third@20 B@40", 200, "A B")]
    [InlineData("A@0 live1@1 live2@2 live3@3", 72, "A live1 live2 live3")]
    [InlineData("A@0 dated@5", 72, "A")]
    public Task A_page(string timeline, double hours, string versions, string? events = null) =>
        StoresAsync(timeline, hours, versions, events);

    /// <summary>Restarts and clocks in the middle of what needs several sights.</summary>
    [Theory]
    [InlineData("A@0 404@3 restart@3.5 restart@4.5 restart@20 A@300", 900, "A", "FirstSeen Vanished Returned")]
    [InlineData("A@0 410@3 restart@10 A@300", 900, "A", "FirstSeen Vanished")]
    [InlineData("A@0 maintenance@3 restart@5 restart@8 A@20", 72, "A", "FirstSeen")]
    [InlineData("A@0 X@3 restart@3.5 restart@6 restart@20", 200, "A X")]
    [InlineData("A@0 teaser@3 restart@3.1 A@3.2", 72, "A", "FirstSeen")]
    [InlineData("A@0 clock8760@5 clock-8760@6 B@10", 100, "A B")]
    [InlineData("A@0 clock-3@5 B@8", 100, "A B")]
    [InlineData("A@0 clock-8760@5 restart@6 B@8 clock8760@9 C@20", 400, "A B C")]
    [InlineData("A@0 clock8760@5 restart@5.5 B@8", 400, "A B")]
    public Task A_clock(string timeline, double hours, string versions, string? events = null) =>
        StoresAsync(timeline, hours, versions, events);

    [Theory]
    [InlineData("301:/moved@2", true)]
    [InlineData("308:/moved@2", true)]
    [InlineData("302:/moved@2", false)]
    [InlineData("307:/moved@2", false)]
    [InlineData("301:/moved@2 A@9 301:/moved@20 A@30", false)]
    public async Task A_redirect_to_the_same_text_moves_the_story_only_when_it_is_permanent(string steps, bool moves)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/moved", Says("The harbour reopens", Harbour));
        var line = new Timeline(room, Answer);
        await line.PlayAsync("A@0 " + steps, 60);
        Assert.Equal(moves ? "/moved" : "/story", (await room.FindVisitAsync()).Url.AbsolutePath);
        Assert.Single(await room.VersionsAsync());
    }

    [Theory]
    [InlineData("A", "B", 3)]
    [InlineData("A", "title", 3)]
    [InlineData("A", "teaser", 3)]
    public async Task Two_variants_in_turn_make_few_versions(string one, string other, int most)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        int asked = 0;
        var line = new Timeline(room, _ => Answer(asked++ % 2 == 0 ? one : other));
        await line.PlayAsync("turns@0", 400);
        Assert.InRange((await room.VersionsAsync()).Count, 1, most);
    }

    [Theory]
    [InlineData("Retry-After", "21600", 4)]
    [InlineData("Retry-After", "86400", 2)]
    [InlineData(null, null, 12)]
    public async Task A_server_that_asks_to_wait_is_left_alone(string? header, string? value, int most)
    {
        await using JudgedSite room = await JudgedSite.StartAsync(isHeldByClock: true);
        ScriptedAnswer busy = ScriptedAnswer.OfStatus(503);
        busy = header is null ? busy : busy.With(header, value!);
        var line = new Timeline(room, name => name == "busy" ? busy : Answer(name));
        await line.PlayAsync("A@0 busy@0.1", 24);
        Assert.InRange(room.Site.CountOf("/story"), 2, 1 + most);
    }

    [Fact]
    public async Task A_page_that_may_be_kept_for_a_year_is_read_again_on_the_next_day()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        var line = new Timeline(
            room, name => Answer(name).With("Cache-Control", "public, max-age=31536000, immutable"));
        await line.PlayAsync("A@0 B@3", 30);
        Assert.Equal(2, (await room.VersionsAsync()).Count);
    }

    [Fact]
    public async Task A_server_whose_clock_is_a_year_ahead_hides_no_edit()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string ahead = room.Clock.Now.AddYears(1).ToString("R");
        var line = new Timeline(room, name => Answer(name).With("Last-Modified", ahead).With("Expires", ahead));
        await line.PlayAsync("A@0 B@3", 30);
        Assert.Equal(2, (await room.VersionsAsync()).Count);
    }

    private static async Task StoresAsync(string timeline, double hours, string versions, string? events)
    {
        await using JudgedSite room = await JudgedSite.StartAsync(
            isHeldByClock: !timeline.Contains("clock", StringComparison.Ordinal));
        room.Site.Script("/login", Says("Sign in", "Please sign in with your address and the word that you chose."))
            .Script("/other", Answer("X")).Script("/", Says("News of today", Story.About(3)))
            .Script("/chain", ScriptedAnswer.Redirect("/chain2", 302))
            .Script("/chain2", ScriptedAnswer.Redirect("/chain", 301));
        var line = new Timeline(room, Answer);
        await line.PlayAsync(timeline, hours);
        string[] expected = [.. versions.Split(' ').Select(name => Answer(name).Body)];
        Assert.Equal(
            expected.Select(SignOf), (await room.VersionsAsync()).Select(version => SignOf(
                $"<h1>{version.Article.Title}</h1>" + Html([.. version.Article.Paragraphs.Select(p => p.Text)]))));
        if (events is not null)
        {
            Assert.Equal(events, await line.EventsAsync());
        }
    }

    /// <summary>The words of a page, from its headline on.</summary>
    private static string SignOf(string html)
    {
        string body = html[html.IndexOf("<h1>", StringComparison.Ordinal)..];
        string words = System.Text.RegularExpressions.Regex.Replace(
            System.Text.RegularExpressions.Regex.Replace(body, "<[^>]+>", " "), @"\s+", " ").Trim();
        return words.Length > 120 ? $"{words[..60]} … {words.Length} {words[^40..]}" : words;
    }

    private static ScriptedAnswer Answer(string name) => name switch
    {
        _ when name.StartsWith("canonical:", StringComparison.Ordinal) => Body(
            Says(Title, Harbour), "</head>", $"<link rel=\"canonical\" href=\"{name[10..]}\"></head>"),
        _ when name.Contains(':', StringComparison.Ordinal) =>
            ScriptedAnswer.Redirect(name[4..], int.Parse(name[..3], CultureInfo.InvariantCulture)),
        _ when int.TryParse(name, out int status) => ScriptedAnswer.OfStatus(status),
        _ => Edit(name) ?? Wrong(name) ?? throw new ArgumentException($"There is no page {name}.", nameof(name)),
    };

    /// <summary>The story, or what its publisher made of it.</summary>
    private static ScriptedAnswer? Edit(string name) => name switch
    {
        "A" => Says(Title, Harbour),
        "B" or "C" or "D" => Says(
            Title,
            [.. Harbour[..^1], Harbour[^1].Replace("asked", $"asked {name} times", StringComparison.Ordinal)]),
        "note" => Says(Title, [.. Harbour, "Correction: an earlier version misspelled the name of the pilot."]),
        "title" => Says("The harbour opens again at last", Harbour),
        "flash" => Says(
            Title, "A loud bang was heard near the harbour; the police are on their way, a spokesman said."),
        "blanks" => Says(
            "The  harbour\u00A0reopens",
            [.. Harbour.Select(text => text.Replace(" ", "\n  ", StringComparison.Ordinal))]),
        "live1" or "live2" or "live3" => Says(Title, [.. Enumerable.Range(1, name[^1] - '0').Reverse()
            .Select(n => $"At {n} o'clock the pilot boat number {n * 7} left the quay with a crew of fishermen."),
            .. Harbour]),
        "dated" => Body(
            Says(Title, Harbour), "</head>",
            "<meta property=\"article:modified_time\" content=\"2026-05-03T10:00:00Z\"></head>"),
        "é" => Says(Title, Accented),
        _ => null,
    };

    /// <summary>What is not the story, or only a part of it.</summary>
    private static ScriptedAnswer? Wrong(string name) => name switch
    {
        "X" => Says("Glacier retreats", Story.About(4)),
        "two" => ScriptedAnswer.Page(Story.PageOf(
            Title, Html(Harbour) + "<h2>Glacier retreats</h2>" + Html(Story.About(4)))),
        "german" => Says("Der Hafen öffnet wieder", [.. Enumerable.Range(0, 6).Select(n =>
            $"Der Hafen wurde am {n}. Morgen untersucht, nachdem Fischer, Händler und Lotsen Klage geführt hatten.")]),
        "teaser" => Says(Title, Harbour[0], "Subscribers read the rest of this story."),
        "wall" => Says(
            "Before you go on",
            "We and our 812 partners store and read what is on your device.",
            "Choose what you allow, or take a subscription without any of that; you can change this later."),
        "maintenance" => Says(
            "Scheduled maintenance",
            "We are improving our pages tonight and will be back before breakfast.",
            "Our newsletter arrives as always, and the switchboard answers questions about subscriptions."),
        "error" => Says(
            "Error", "Error establishing a database connection. Warning: connect(): Too many connections."),
        "empty" => ScriptedAnswer.Page(
            "<!DOCTYPE html><html><head><title></title></head><body></body></html>"),
        "half" => ScriptedAnswer.Page(Story.Page(Title, Harbour)[..700]),
        "garbled" => Says(
            Title, [.. Accented.Select(text => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)))]),
        "untitled" => ScriptedAnswer.Page(Story.Page("", Harbour)),
        _ => null,
    };

    private static ScriptedAnswer Body(ScriptedAnswer page, string part, string other) =>
        page with { Body = page.Body.Replace(part, other, StringComparison.Ordinal) };

    private static ScriptedAnswer Says(string title, params string[] paragraphs) =>
        ScriptedAnswer.Page(Story.Page(title, paragraphs));

    private static string Html(string[] paragraphs) => "<p>" + string.Join("</p><p>", paragraphs) + "</p>";
}

using System.Collections.Immutable;
using NewsDiff.Notifications.Webhooks;
using NewsDiff.Pages;
using NewsDiff.Rendering.Html;

namespace NewsDiff.Evaluation.Xss;

/// <summary>Takes the guard away: a page without encoding must act, or nothing would be seen at all.</summary>
internal static class XssControl
{
    private static readonly string[] MustAct =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "<svg onload=alert(3)>",
        "<img src=https://elsewhere.example/pixel.png>", "<iframe src=javascript:alert(4)></iframe>",
    ];

    /// <summary>Counts what is seen of pages without encoding, with a policy and without.</summary>
    internal static async Task RunAsync(
        WatchedBrowser browser, string page, ImmutableArray<string> texts, Tally tally, Func<string, Task<string>> save)
    {
        string careless = page.Replace("</main>", string.Concat(MustAct) + "</main>", StringComparison.Ordinal);
        var learned = new MarkupCheck();
        learned.Look("control", page, isFragment: false);
        learned.IsLearning = false;
        (List<string> active, List<string> foreign) = learned.Look("control", careless, isFragment: false);
        tally.Count("control: parsed, active", active.Count >= MustAct.Length, $"{active.Count}");
        tally.Count("control: parsed, other markup", foreign.Count >= MustAct.Length, $"{foreign.Count}");

        string[][] open = await browser.ShowAsync(careless);
        Acts("without a policy", 0, open, MustAct.Length);
        Acts("without a policy", 1, open, 3);
        Acts("without a policy", 3, open, 1);

        // The policy of a file is in the page, so that a page of a folder has one too.
        string policed = "<meta http-equiv=\"Content-Security-Policy\" content=\""
            + HtmlText.Encode(PageRenderer.ContentSecurityPolicy) + "\">";
        string[][] guarded = await browser.OpenAsync(
            await save(careless.Replace("<head>", "<head>" + policed, StringComparison.Ordinal)));
        Acts("with the policy", 2, guarded, 3);
        tally.Count("control: with the policy, no dialog", guarded[1].Length == 0, string.Join(' ', guarded[1]));

        int acting = texts.Count(text => learned.Look("none", text, isFragment: true).Active.Count > 0);
        Console.Error.WriteLine($"{acting} of {texts.Length} texts are active when they are parsed without encoding");
        tally.Count("control: most texts are active", acting * 2 > texts.Length, $"{acting} of {texts.Length}");
        Fails("Slack", NoticeWalk.CarelessFaults(WebhookShape.Slack, "<!channel> hello"));
        Fails("Discord", NoticeWalk.CarelessFaults(WebhookShape.Discord, "@everyone"));
        Fails("Mastodon", NoticeWalk.FaultsOfMastodon("so @you@example.org said"));

        void Fails(string service, string faults) =>
            tally.Count($"control: {service}", faults.Length > 0, "nothing was found");

        void Acts(string where, int deed, string[][] seen, int least) => tally.Count(
            $"control: {where}, not {WatchedBrowser.Deeds[deed]}", seen[deed].Length >= least, $"{seen[deed].Length}");
    }
}

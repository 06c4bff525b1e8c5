using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NewsDiff.Pages.Tests;

/// <summary>What axe-core says of a page in a browser.</summary>
/// <remarks>
/// The script is loaded once for all widths and schemes of a page. Deque's own runner loads it anew into a page of its
/// own for each, for frames that our pages do not have: eight times the time.
/// </remarks>
internal sealed class Accessibility
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private readonly IPage _page;

    private Accessibility(IPage page) => _page = page;

    /// <summary>Loads axe-core into a page, whose policy on scripts must be off.</summary>
    internal static async Task<Accessibility> LoadAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return new Accessibility(page);
    }

    /// <summary>The violations, a line for each place, and how many rules hold.</summary>
    internal async Task<(string[] Violations, int Passes)> RunAsync()
    {
        string[] violations = await _page.EvaluateAsync<string[]>(
            """
            async () => {
                window.result = await axe.run(document);
                return result.violations.flatMap(
                    rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`));
            }
            """);
        return (violations, await _page.EvaluateAsync<int>("() => result.passes.length"));
    }
}

using System.Security.Cryptography;
using System.Text;
using NewsDiff.Pages;

namespace NewsDiff.Research.Report;

/// <summary>The stylesheet of a report, and the policy that allows nothing else.</summary>
internal static class ReportStyles
{
    internal const string Sheet = PageColors.Base + """
        main { width: min(64rem, 100% - 2.5rem); margin-inline: auto; padding: 1.5rem 0 5rem; }
        h1 { margin: 0 0 .4rem; font: 700 clamp(1.6rem, 1.1rem + 2vw, 2.3rem)/1.2 ui-serif, Georgia, "Times New Roman", serif; }
        h2 { margin: 3rem 0 .4rem; font: 700 1.3rem/1.3 ui-serif, Georgia, "Times New Roman", serif; }
        p { max-width: 44rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
        .quiet { color: var(--quiet); }
        .keys { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem 2rem; margin: 1.6rem 0; padding: 1.1rem 1.3rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
        .keys dt { color: var(--quiet); font-size: .85rem; }
        .keys dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
        .keys dd span { display: block; color: var(--quiet); font-size: .8rem; }
        figure { margin: 0 0 1rem; }
        svg { display: block; width: 100%; height: auto; }
        svg line { stroke: var(--line); }
        svg text { fill: var(--quiet); font: 13px system-ui, sans-serif; }
        svg .label { text-anchor: middle; }
        svg .scale { text-anchor: end; }
        .column { fill: var(--link); opacity: .75; }
        .whisker { fill: none; stroke: var(--ink); stroke-width: 1.5; }
        .scroll { overflow-x: auto; }
        .scroll:focus-visible { outline: 2px solid var(--link); }
        table { width: 100%; border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        caption { padding: .4rem 0; text-align: start; font-weight: 600; }
        th, td { padding: .35rem .7rem .35rem 0; text-align: end; border-top: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
        th:first-child, td:first-child { text-align: start; }
        thead th { color: var(--quiet); font-weight: 400; border-top: 0; }
        tbody th { font-weight: 400; }
        details { margin: 0 0 1rem; }
        summary { color: var(--link); cursor: pointer; }
        @media (forced-colors: active) { .column { fill: CanvasText; } .whisker { stroke: GrayText; } }
        @media (max-width: 44rem) { svg text { font-size: 22px; } .whisker { stroke-width: 3; } }
        @media print { details > * { display: block; } }

        """;

    /// <summary>A policy for the page: no script, no request, and only this stylesheet.</summary>
    internal static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; "
        + "base-uri 'none'; form-action 'none'";
}

namespace NewsDiff.Pages;

/// <summary>The part of the stylesheet for pages, without comparisons.</summary>
internal static class PageStyles
{
    internal const string Site = PageColors.Base + """
        .site { border-bottom: 1px solid var(--line); }
        .site nav { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; align-items: baseline; padding: .8rem 0; }
        .site nav, main { width: min(72rem, 100% - 2.5rem); margin-inline: auto; }
        .site a { color: var(--quiet); text-decoration: none; font-size: .95rem; }
        .site a:hover, .site a[aria-current] { color: var(--ink); }
        .site .brand { margin-inline-end: auto; color: var(--ink); font: 700 1.2rem/1.4 ui-serif, Georgia, "Times New Roman", serif; }
        main { padding: 1.5rem 0 5rem; }
        h1 { margin: 0 0 1.4rem; max-width: 30em; font: 700 clamp(1.6rem, 1.1rem + 2vw, 2.3rem)/1.2 ui-serif, Georgia, "Times New Roman", serif; text-wrap: balance; overflow-wrap: anywhere; }
        :root:dir(rtl) :is(h1, .changes h2, .excerpt), h1:dir(rtl), .changes h2:dir(rtl), .excerpt:dir(rtl) { max-width: none; }
        .quiet, .eyebrow { color: var(--quiet); }
        .eyebrow { margin: 0 0 .5rem; font-size: .9rem; }
        main > .nd-diff { margin-bottom: 2rem; }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem 2rem; margin: 0 0 2rem; padding: 1.1rem 1.3rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
        .facts dt { color: var(--quiet); font-size: .8rem; }
        .facts .wide { grid-column: span 2; }
        .facts dd { margin: 0; overflow-wrap: anywhere; }
        .pager ul { display: flex; flex-wrap: wrap; gap: .4rem; margin: 0 0 .9rem; padding: 0; list-style: none; }
        .pager li { padding: .25rem 0; color: var(--quiet); }
        .pager a { display: block; padding: .25rem .75rem; margin: -.25rem 0; border: 1px solid var(--line); border-radius: .4rem; background: var(--card); text-decoration: none; font-variant-numeric: tabular-nums; }
        .pager a:hover { border-color: currentColor; }
        .pager a[aria-current] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
        h1.small { margin-bottom: .8rem; font-size: clamp(1.25rem, 1.1rem + .7vw, 1.6rem); }
        .eyebrow .source { color: var(--ink); font-weight: 600; }
        .tally { margin: 0 0 .6rem; color: var(--quiet); }
        .around { margin: 0 0 .8rem; padding: 0; list-style: none; font-size: .95rem; overflow-wrap: anywhere; }
        .field { color: var(--quiet); }
        .chooser { margin: 1.4rem 0 2rem; }
        .chooser .pager { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; margin-bottom: .5rem; font-size: .9rem; }
        .chooser ul { margin: 0; }
        .classes { display: flex; flex-wrap: wrap; gap: .3rem .4rem; margin: 0 0 .6rem; padding: 0; list-style: none; font-size: .82rem; }
        .classes li { padding: .05rem .55rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); color: var(--quiet); }
        .classes b { color: var(--ink); font-weight: 500; }
        .list .classes { margin: .4rem 0 0; }
        .plus, .minus { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .plus { color: var(--plus); }
        .minus { color: var(--minus); }
        main > .nd-side, main > .nd-inline { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; overflow: clip; }
        main > .nd-inline { max-width: 52rem; }
        .nd-side p, .nd-inline p, .text p, .text blockquote, .excerpt { font-family: ui-serif, Georgia, "Times New Roman", serif; }
        .nd-side p, .nd-inline p { font-size: 1.05rem; }
        .nd-title p, .nd-title h2 { font: 700 1.35rem/1.5 ui-serif, Georgia, "Times New Roman", serif; }
        .list { width: 100%; border-collapse: collapse; }
        .list caption { padding: 0 0 .6rem; text-align: start; font-weight: 600; }
        .list th, .list td { padding: .7rem .9rem .7rem 0; vertical-align: top; text-align: start; border-top: 1px solid var(--line); }
        .list thead th { border-top: 0; color: var(--quiet); font-size: .8rem; font-weight: 400; }
        .list tbody th { font-variant-numeric: tabular-nums; }
        .list .quiet { display: block; font-size: .9rem; }
        .list .name, .list td:not([class]) { overflow-wrap: anywhere; }
        .counts, .when { white-space: nowrap; }
        .events { margin: 0; padding: 0; list-style: none; }
        .events li { padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
        main > h2 { margin: 2.4rem 0 .6rem; font-size: 1rem; }
        .changes { margin: 0; padding: 0; list-style: none; }
        .changes > li { padding: 1.5rem 0; border-top: 1px solid var(--line); }
        .changes .event h2 { font-size: 1.05rem; }
        .changes .event > p:not([class]) { margin: 0 0 .6rem; }
        .changes h2 { margin: 0 0 .5rem; max-width: 46rem; font: 700 1.3rem/1.45 ui-serif, Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
        .changes .source { color: var(--ink); font-weight: 600; }
        .excerpt { margin: 0 0 .6rem; max-width: 46rem; overflow-wrap: anywhere; }
        mark { background: var(--line); color: inherit; font-weight: 600; }
        .search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0 0 1rem; }
        .search label { flex-basis: 100%; color: var(--quiet); font-size: .9rem; }
        .search input { flex: 1 1 14rem; max-width: 40rem; min-width: 0; }
        .search input, .search button { padding: .45rem .8rem; border: 1px solid var(--quiet); border-radius: .4rem; background: var(--card); color: inherit; font: inherit; }
        .actions { margin: 0; font-size: .95rem; color: var(--quiet); }
        .text { max-width: 40em; margin-bottom: 3rem; font-size: 1.1rem; overflow-wrap: anywhere; }
        .text p, .text pre { white-space: pre-wrap; }
        .text .item { display: list-item; margin-inline-start: 1.2em; }
        .failed { color: var(--minus); }
        .strip { margin: 0 0 1.6rem; max-width: 46rem; }
        .strip svg { display: block; width: 100%; height: auto; }
        .strip line { stroke: var(--line); stroke-width: 1; }
        .strip .stem { stroke: var(--quiet); stroke-width: 2; }
        .strip .dot { fill: var(--link); }
        .strip .ring { fill: none; stroke: var(--minus); stroke-width: 2; }
        .strip .gone { fill: none; stroke: var(--minus); stroke-width: 2.5; }
        .strip text { fill: var(--ink); font: 16px system-ui, sans-serif; text-anchor: middle; }
        .strip .ends { direction: ltr; display: flex; justify-content: space-between; gap: 1rem; color: var(--quiet); font-size: .85rem; }
        .ends > * { unicode-bidi: plaintext; }
        .bar:dir(rtl), .bars:dir(rtl) { transform: scaleX(-1); }
        .strip figcaption { color: var(--quiet); font-size: .85rem; }
        .flow-picture { margin-bottom: 2rem; }
        .flow-picture text { font-size: 12px; fill: var(--quiet); }
        .flow-picture .band { opacity: .45; }
        .flow-picture .o0, .swatch.o0 { fill: var(--line); background: var(--line); }
        .flow-picture .o1, .swatch.o1 { fill: #4a7fb5; background: #4a7fb5; }
        .flow-picture .o2, .swatch.o2 { fill: #c27a2c; background: #c27a2c; }
        .flow-picture .o3, .swatch.o3 { fill: #4c9a5f; background: #4c9a5f; }
        .flow-picture .o4, .swatch.o4 { fill: #a85a93; background: #a85a93; }
        .flow-picture .o5, .swatch.o5 { fill: #7d8a2e; background: #7d8a2e; }
        .flow-picture .o6, .swatch.o6 { fill: #3f9a9a; background: #3f9a9a; }
        .activity svg { height: 9.5rem; }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .3rem 0; padding: 0; list-style: none; }
        .k0 { fill: #4a7fb5; background: #4a7fb5; }
        .k1 { fill: #c27a2c; background: #c27a2c; }
        .k2 { fill: #a85a93; background: #a85a93; }
        .k3 { fill: #8a867d; background: #8a867d; }
        .spark { display: block; width: 7.5rem; height: 1.2rem; margin-top: .2rem; }
        .spark path { fill: var(--link); }
        .profile { max-width: 46rem; table-layout: fixed; }
        .profile caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .profile th { font-weight: 400; }
        .profile th:first-child { width: 11rem; }
        .profile .quiet { display: inline; }
        .bars { display: block; width: 100%; height: .8rem; margin-bottom: .2rem; background: var(--line); }
        .numbers { margin-top: .6rem; border-collapse: collapse; font-size: .9rem; }
        .numbers caption { padding: 0 0 .3rem; text-align: start; }
        .numbers th, .numbers td { padding: .3rem .9rem .3rem 0; vertical-align: top; text-align: start; font-weight: 400; font-variant-numeric: tabular-nums; }
        .asked { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1rem; }
        .asked dt { font: .85em ui-monospace, monospace; }
        .asked dd { margin: 0; }
        .eyebrow a.source { text-decoration: none; }
        .eyebrow a.source:hover { text-decoration: underline; }
        .swatch { display: inline-block; width: .8em; height: .8em; border: 1px solid var(--quiet); border-radius: .2em; }
        .origins { width: auto; margin-bottom: 2rem; }
        .origins caption { white-space: nowrap; }
        .text h2 { margin: 0 0 .8rem; font: 700 1.35rem/1.4 ui-serif, Georgia, "Times New Roman", serif; }
        .text [class^="o"] { border-bottom: 2px solid; }
        .text .o0 { border-bottom: 0; }
        .text .o1 { border-color: #4a7fb5; background: #4a7fb526; }
        .text .o2 { border-color: #c27a2c; background: #c27a2c26; }
        .text .o3 { border-color: #4c9a5f; background: #4c9a5f26; }
        .text .o4 { border-color: #a85a93; background: #a85a9326; }
        .text .o5 { border-color: #7d8a2e; background: #7d8a2e26; }
        .text .o6 { border-color: #3f9a9a; background: #3f9a9a26; }
        .text .restored { border-bottom: 2px dashed var(--quiet); }
        sup { margin-inline-end: .15em; font: .65em/1 system-ui, sans-serif; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .bar { display: block; width: 6rem; height: .4rem; margin-top: .3rem; }
        .bar .in { fill: var(--plus); }
        .bar .out { fill: var(--minus); }
        .around, .list .classes { font-size: .85rem; }
        .cite { max-width: 46rem; padding: .8rem 1rem; border-inline-start: 3px solid var(--line); overflow-wrap: anywhere; }
        code { font: .85em ui-monospace, monospace; }
        @media (forced-colors: active) {
          .strip .dot, .bar .in { fill: CanvasText; }
          .bar .out { fill: GrayText; }
          .strip line, .strip .ring, .strip .gone { stroke: CanvasText; }
        }
        @media (max-width: 44rem) {
          .layout { display: none; }
          .site nav { gap: .2rem .55rem; }
          .site a { font-size: .88rem; }
          .site .brand { flex-basis: 100%; font-size: 1.1rem; }
          .list.flow td, .list.flow .quiet { display: inline; font-size: .9rem; white-space: normal; }
          .flow td[data-name]::before { content: attr(data-name) " "; color: var(--quiet); }
          .flow td:not(:last-child)::after { content: "\a0· "; color: var(--quiet); }
          .flow td:has(.spark)::after { content: " "; }
          .flow .quiet::before { content: "\a0· "; }
          .flow .spark { display: inline-block; vertical-align: text-bottom; margin: 0 .3rem; }
          .pager a { padding: .15rem .55rem; font-size: .9rem; }
          .nd-side p, .nd-inline p { font-size: 1rem; line-height: 1.45; }
          .origins caption { white-space: normal; }
          main { padding-top: 1rem; }
          .facts { grid-template-columns: 1fr; gap: .7rem; }
          .facts .wide { grid-column: auto; }
          .list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .list, .list caption, .list tbody, .list tr { display: block; }
          .list tr { padding: .8rem 0; border-top: 1px solid var(--line); }
          .list th, .list td { display: block; padding: 0; border: 0; }
          .list tbody th[data-name]::before { content: attr(data-name) " "; font-weight: 400; }
          .list.profile tr { padding: .5rem 0; }
          .list .when .quiet { display: inline; margin-inline-start: .5rem; }
        }
        @media print { .site, .pager, .chooser, .layout, .skip { display: none; } }

        """;
}

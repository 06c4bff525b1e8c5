namespace NewsDiff.Rendering.Html;

/// <summary>The stylesheet of comparisons: light and dark, wide and narrow, on paper and read aloud.</summary>
internal static class HtmlDiffStyles
{
    /// <summary>The stylesheet for the default class prefix, <c>nd-</c>.</summary>
    public const string Default = """
        .nd-diff {
          --nd-text: #1c1b19; --nd-quiet: #6b6862; --nd-line: #e4e1da; --nd-back: #ffffff; --nd-none: #f6f4ef;
          --nd-ins: #0b4f26; --nd-ins-mark: #b6ecc5; --nd-ins-row: #eefaf1;
          --nd-del: #7d1616; --nd-del-mark: #ffcfca; --nd-del-row: #fff2f0;
          --nd-move: #0b4a86; --nd-move-row: #eef5fc; --nd-target: #fff3c4;
          color: var(--nd-text); line-height: 1.6; overflow-wrap: anywhere;
        }
        @media (prefers-color-scheme: dark) {
          .nd-diff {
            --nd-text: #e9e6df; --nd-quiet: #a29d93; --nd-line: #37342f; --nd-back: #1b1a18; --nd-none: #1b1a18;
            --nd-ins: #b4f0c4; --nd-ins-mark: #17512c; --nd-ins-row: #14251a;
            --nd-del: #ffc9c4; --nd-del-mark: #6b2020; --nd-del-row: #2b1817;
            --nd-move: #9fcbff; --nd-move-row: #152130; --nd-target: #4a3d0c;
          }
        }
        .nd-side, .nd-inline { background: var(--nd-back); }
        .nd-diff p, .nd-diff h2 { margin: 0; white-space: pre-wrap; font: inherit; }
        .nd-diff p + p { margin-top: .8em; }
        .nd-diff ins, .nd-diff del { padding: .05em .15em; border-radius: .2em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
        .nd-diff ins { color: var(--nd-ins); background: var(--nd-ins-mark); text-decoration: underline 1px; text-underline-offset: .2em; }
        .nd-diff del { color: var(--nd-del); background: var(--nd-del-mark); text-decoration: line-through 1px; }
        .nd-diff ins::before, .nd-diff ins::after, .nd-diff del::before, .nd-diff del::after, .nd-diff .nd-move::after {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
        }
        .nd-diff ins::before { content: var(--nd-said-inserted, " [inserted: "); }
        .nd-diff del::before { content: var(--nd-said-deleted, " [deleted: "); }
        .nd-diff ins::after, .nd-diff del::after { content: "] "; }
        .nd-diff .nd-move::after { content: var(--nd-said-moved, " [end of what moved] "); }
        .nd-diff .nd-break { margin-inline: .15em; }
        .nd-diff .nd-move { padding: .05em .15em; border-radius: .2em; background: var(--nd-move-row); text-decoration: underline dashed 1px var(--nd-move); text-underline-offset: .25em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
        .nd-diff .nd-sign { display: inline-block; margin-inline-end: .3em; color: var(--nd-move); font: 600 .8em/1 system-ui, sans-serif; text-decoration: none; }
        .nd-diff .nd-sign:hover, .nd-diff .nd-sign:focus { text-decoration: underline; }
        .nd-number a, a.nd-number { color: var(--nd-quiet); text-decoration: none; font-variant-numeric: tabular-nums; }
        .nd-number a:hover, a.nd-number:hover { text-decoration: underline; }
        .nd-label { display: inline-block; margin-bottom: .35em; color: var(--nd-quiet); font: 600 .75rem/1.4 system-ui, sans-serif; letter-spacing: .02em; }
        a.nd-label { color: var(--nd-move); text-underline-offset: .2em; }
        .nd-inserted .nd-label { color: var(--nd-ins); }
        .nd-deleted .nd-label { color: var(--nd-del); }
        .nd-title { font-size: 1.3em; font-weight: 700; line-height: 1.3; }
        .nd-heading p { font-weight: 700; }
        .nd-quote p { font-style: italic; }
        .nd-pre p { font-family: ui-monospace, monospace; font-size: .9em; }
        .nd-item p { display: list-item; list-style: disc; margin-inline-start: 1.2em; }
        .nd-correction p { border-inline-start: 3px solid var(--nd-quiet); padding-inline-start: .7em; }
        .nd-side { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; }
        .nd-side th, .nd-side td { padding: .6rem .9rem; vertical-align: top; text-align: start; border-top: 1px solid var(--nd-line); }
        .nd-side thead th, .nd-side thead td { border-top: 0; color: var(--nd-quiet); font-size: .85em; font-weight: 600; }
        .nd-note { display: block; font-weight: 400; }
        [dir=rtl] .nd-note { text-align: right; }
        .nd-side .nd-number { width: 2.6em; padding-inline: .3em; text-align: end; font-size: .8em; font-weight: 400; line-height: 2; }
        .nd-side td + td { border-inline-start: 1px solid var(--nd-line); }
        .nd-side .nd-none { background: var(--nd-none); }
        .nd-modified .nd-old:not(.nd-none), .nd-deleted .nd-old { background: var(--nd-del-row); }
        .nd-modified .nd-new:not(.nd-none), .nd-inserted .nd-new { background: var(--nd-ins-row); }
        .nd-side .nd-moved td:not(.nd-none), .nd-inline .nd-moved { background: var(--nd-move-row); }
        .nd-diff .nd-row:target > .nd-number { background: var(--nd-target); box-shadow: inset 3px 0 currentColor; }
        .nd-inserted ins, .nd-deleted del { background: none; padding: 0; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
        .nd-inline .nd-row { position: relative; padding-block: .5em; padding-inline: 3em .9em; border-top: 1px solid var(--nd-line); }
        .nd-inline .nd-row:first-child, .nd-inline > .nd-fold:first-child > summary { border-top: 0; }
        .nd-inline .nd-number { position: absolute; inset-inline-start: 0; width: 2.4em; text-align: end; font-size: .8em; line-height: 2; }
        .nd-inline .nd-inserted { background: var(--nd-ins-row); }
        .nd-inline .nd-deleted { background: var(--nd-del-row); }
        .nd-diff h2 { font-weight: 700; }
        .nd-jump { float: inline-end; margin-inline: .6em; color: var(--nd-quiet); font: .8rem/1.6 system-ui, sans-serif; white-space: nowrap; }
        .nd-fold > summary { padding: .45em .9em; border-top: 1px solid var(--nd-line); background: var(--nd-none); color: var(--nd-quiet); font: .85rem/1.5 system-ui, sans-serif; cursor: pointer; }
        .nd-side .nd-folded > td { padding: 0; }
        .nd-folded .nd-fold > summary { border-top: 0; }
        .nd-folded .nd-row { padding-inline-end: max(.9em, 100% - 46em); }
        .nd-row .nd-fold > summary { display: inline-block; margin-bottom: .4em; padding: .1em .6em; border: 1px solid var(--nd-line); border-radius: .3em; }
        .nd-row .nd-fold > p { margin-bottom: .8em; }
        .nd-adaptive .nd-both { display: none; }
        @media (max-width: 44rem) {
          .nd-side, .nd-side tbody, .nd-side tr, .nd-side td { display: block; }
          .nd-side thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .nd-side tr { position: relative; padding-block: .4em; padding-inline-start: 2em; border-top: 1px solid var(--nd-line); }
          .nd-side th, .nd-side td { border: 0; padding: .3em .6em; }
          .nd-side tr > .nd-number { position: absolute; inset-inline-start: 0; top: .4em; width: 2em; }
          .nd-side .nd-folded { padding: 0; border: 0; }
          .nd-inline .nd-row { padding-inline: 2.2em .6em; }
          .nd-inline .nd-number { width: 1.8em; }
          .nd-side td + td { border: 0; }
          .nd-side td.nd-none, .nd-side .nd-unchanged:not(.nd-moved) .nd-old { display: none; }
          .nd-side .nd-modified td:not(.nd-none)::before, .nd-side .nd-title:not(.nd-unchanged) td:not(.nd-none)::before {
            content: attr(data-side); display: block; color: var(--nd-quiet); font: 600 .75rem/1.6 system-ui, sans-serif;
          }
          .nd-adaptive .nd-paired > td.nd-old, .nd-adaptive .nd-paired > td.nd-new { display: none; }
          .nd-adaptive .nd-paired > .nd-both { display: block; }
          .nd-adaptive .nd-row:not(.nd-unchanged) > td:not(.nd-none)::before { content: none; }
          .nd-adaptive .nd-inserted > td, .nd-adaptive .nd-deleted > td, .nd-adaptive .nd-paired > .nd-both { background: none; }
          .nd-adaptive .nd-inserted { background: var(--nd-ins-row); }
          .nd-adaptive .nd-deleted { background: var(--nd-del-row); }
        }
        @media print { .nd-jump { display: none; } .nd-diff { --nd-ins-row: none; --nd-del-row: none; } .nd-row { break-inside: avoid; } }

        """;

    /// <summary>The stylesheet for a class prefix.</summary>
    /// <param name="classPrefix">The prefix, as in <see cref="HtmlDiffOptions.ClassPrefix"/>.</param>
    /// <returns>CSS that affects only comparisons.</returns>
    /// <exception cref="ArgumentException">The prefix has an invalid character.</exception>
    public static string For(string classPrefix)
    {
        ThrowIfNotName(classPrefix, nameof(classPrefix));
        return classPrefix == "nd-" ? Default : Default.Replace("nd-", classPrefix, StringComparison.Ordinal);
    }

    internal static void ThrowIfNotName(string value, string name)
    {
        if (value is not { Length: > 0 }
            || !char.IsAsciiLetter(value[0])
            || value.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            throw new ArgumentException($"'{value}' is not a letter followed by letters, digits, '-' or '_'.", name);
        }
    }
}

namespace NewsDiff.Pages;

/// <summary>The colours and letters that all our pages have in common, in light and dark.</summary>
internal static class PageColors
{
    internal const string Base = """
        :root {
          color-scheme: light dark;
          --paper: #fcfbf8; --ink: #1c1b19; --quiet: #6b6862; --line: #e4e1da; --link: #0b4a86; --card: #ffffff;
          --plus: #17703a; --minus: #a52a20;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #141312; --ink: #e9e6df; --quiet: #a29d93; --line: #37342f; --link: #9fcbff; --card: #1b1a18;
            --plus: #7fdc9b; --minus: #ff9d94;
          }
        }
        *, *::before, *::after { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; -webkit-text-size-adjust: 100%; }
        a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
        a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
        .skip { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip:focus { inset-inline-start: 1rem; top: .5rem; width: auto; height: auto; padding: .3rem .8rem; background: var(--card); clip-path: none; }

        """;
}

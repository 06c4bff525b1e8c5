namespace NewsDiff.Pages.Managing;

/// <summary>The part of the stylesheet for forms.</summary>
internal static class ManageStyles
{
    internal const string Forms = """
        .form { max-width: 46rem; }
        .field-row { margin: 0 0 1rem; }
        .field-row label, .field-row strong, .hint { display: block; }
        .field-row label { font-weight: 600; }
        .hint { color: var(--quiet); font-size: .9rem; }
        .field-row input, .field-row textarea { width: 100%; }
        .field-row .short { width: 7rem; }
        .field-row textarea { resize: vertical; font-family: ui-monospace, monospace; font-size: .9rem; }
        .field-row :is(input, textarea), form[method] button { min-height: 2.4rem; padding: .4rem .8rem; border: 1px solid var(--quiet); border-radius: .4rem; background: var(--card); color: inherit; font: inherit; }
        .field-row [aria-invalid] { border-color: var(--minus); }
        form[method] button { cursor: pointer; }
        form[method] button:hover { border-color: currentColor; }
        :is(input, textarea, button, summary):focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        .form summary { margin-bottom: .8rem; }
        .buttons { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
        .done { max-width: 46rem; padding: .6rem 1rem; border-inline-start: 3px solid var(--plus); background: var(--card); }
        .preview { padding: 1rem 1.3rem; margin-bottom: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
        .preview h3 { margin: 0; font: 700 1.2rem/1.4 ui-serif, Georgia, "Times New Roman", serif; }

        """;
}

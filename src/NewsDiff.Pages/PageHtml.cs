using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Pages.Texts;
using NewsDiff.Rendering.Html;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Pages;

/// <summary>Writes the parts that pages are made of.</summary>
internal sealed class PageHtml(TextWriter writer, IPageLinks links, PageAddress here, PageOptions options)
{
    // The icon: lines of text, one of them changed. Each page contains it, so that no page requests another file.
    private const string Icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
        + "%3Crect width='32' height='32' rx='7' fill='%23211f1b'/%3E"
        + "%3Crect x='6' y='8' width='20' height='4' rx='1' fill='%23f4f1ea'/%3E"
        + "%3Crect x='6' y='15' width='9' height='4' rx='1' fill='%23e5675c'/%3E"
        + "%3Crect x='17' y='15' width='9' height='4' rx='1' fill='%234fbf73'/%3E"
        + "%3Crect x='6' y='22' width='14' height='4' rx='1' fill='%23f4f1ea'/%3E%3C/svg%3E";

    internal TextWriter Writer => writer;

    internal IPageLinks Links => links;

    /// <summary>The words of the page's language.</summary>
    internal PageTexts Texts { get; } = PageTexts.Of(options.Language);

    internal PageAddress Here => here;

    /// <summary>Whether every comparison and every filtered list can be linked to.</summary>
    internal bool IsServed => options.IsServed;

    /// <summary>Whether what is followed can be managed by pages.</summary>
    internal bool IsManaged => options.IsManaged;

    internal void WriteDocument(Page page)
    {
        Raw("<!DOCTYPE html>\n");
        Raw($"<html lang=\"{Texts.Language}\"{(Texts.Direction == "rtl" ? " dir=\"rtl\"" : "")}>");
        Raw("\n<head>\n<meta charset=\"utf-8\">\n<title>");
        string title = page.TitleIn(Texts);
        Text(title.Length == 0 ? options.SiteName : $"{title} · {options.SiteName}");
        Raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        Raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        Raw($"<meta name=\"referrer\" content=\"{(page.HasForms ? "same-origin" : "no-referrer")}\">\n");
        WritePolicy(page.Script);
        Raw(page.IsUnlisted ? "<meta name=\"robots\" content=\"noindex, noarchive\">\n" : "");
        Raw($"<link rel=\"icon\" href=\"{Icon}\">\n");
        WriteAlternates();
        if (page is ComparisonPage comparison)
        {
            SharingTags.Write(this, comparison, options);
        }

        WriteStyles();
        Raw($"</head>\n<body>\n<a class=\"skip\" href=\"#main\">{Texts["Skip to the content"]}</a>\n");
        WriteNavigation();
        Raw("<main id=\"main\">\n");
        if (page.AsOf is { } asOf)
        {
            string behind = Texts.Say(
                "The database is a copy, and has no changes after {0} yet.", Texts.Clock(asOf));
            Element("p", behind, "class=\"failed\" role=\"status\"");
            Raw("\n");
        }

        page.WriteBody(this);
        Raw("</main>\n");
        Raw(page.Script is { } script ? $"<script>{script}</script>\n" : "");
        Raw("</body>\n</html>\n");
    }

    private void WriteNavigation()
    {
        Raw($"<header class=\"site\"><nav aria-label=\"{Texts["Site"]}\">");
        Link(PageAddress.Changes(), options.SiteName, "class=\"brand\"");
        Link(PageAddress.Changes(), Texts["Changes"]);
        Link(PageAddress.Articles(), Texts["Articles"]);
        if (options.IsServed)
        {
            Link(PageAddress.Sources, Texts["Sources"]);
        }

        Link(PageAddress.Feeds, Texts["Feeds"]);
        if (options.HasSearch)
        {
            Link(PageAddress.Search(), Texts["Search"]);
        }

        if (options.IsManaged)
        {
            Link(PageAddress.Manage(), Texts["Manage"]);
        }

        Link(PageAddress.AtomFeed(), "Atom");
        Raw("</nav></header>\n");
    }

    /// <summary>Writes text that is already HTML.</summary>
    internal void Raw(string html) => writer.Write(html);

    internal void Text(ReadOnlySpan<char> text) => HtmlText.Write(writer, text);

    internal void Element(string element, ReadOnlySpan<char> text, string attributes = "")
    {
        Raw(attributes.Length == 0 ? $"<{element}>" : $"<{element} {attributes}>");
        Text(text);
        Raw($"</{element}>");
    }

    internal void Link(PageAddress target, string text, string attributes = "")
    {
        Raw(attributes.Length == 0 ? "<a href=\"" : $"<a {attributes} href=\"");
        Text(links.LinkTo(target, here));
        Raw(target == here ? "\" aria-current=\"page\">" : "\">");
        Text(text);
        Raw("</a>");
    }

    /// <summary>The link to a page, as it is written into an attribute.</summary>
    internal string LinkOf(PageAddress target) => links.LinkTo(target, here);

    /// <summary>Writes a link whose words are an article's own.</summary>
    internal void ForeignLink(PageAddress target, string text, string? language) =>
        Link(target, text, Foreign(language));

    /// <summary>Writes a text of the page's language, with values in its places.</summary>
    internal void Say(string english, params ReadOnlySpan<string> values) => Text(Texts.Say(english, values));

    /// <summary>Writes a text that depends on a number.</summary>
    internal void Count(string english, int number) => Text(Texts.Count(english, number));

    /// <summary>Writes a sentence of the library: translated, or else marked as English.</summary>
    internal void Sentence(string element, string english, string attributes = "")
    {
        string? translated = Texts.Find(english);
        bool isMarked = translated is null && Texts.Language != "en";
        Element(
            element,
            translated ?? english,
            (isMarked ? "lang=\"en\" dir=\"ltr\" " + attributes : attributes).TrimEnd());
    }

    /// <summary>Writes the name of a source; on a server, as a link to what is known of its host.</summary>
    internal void Source(string name, string host)
    {
        if (!IsServed || host.Length == 0)
        {
            Element("span", name, "class=\"source\" dir=\"auto\"");
            return;
        }

        Link(PageAddress.Source(host), name, "class=\"source\" dir=\"auto\"");
    }

    /// <summary>Writes the links to other parts of a list.</summary>
    /// <param name="newest">The part with the newest entries; null on that part.</param>
    /// <param name="older">The next part; null on the last one.</param>
    internal void Parts(PageAddress? newest, PageAddress? older)
    {
        Raw($"<nav class=\"pager\" aria-label=\"{Texts["Parts"]}\"><ul>");
        PartLink(newest, Texts["‹ Newest"]);
        PartLink(older, Texts["Older ›"]);
        Raw("</ul></nav>\n");
    }

    /// <summary>Begins a table, up to its first row.</summary>
    internal void BeginTable(string classes, string caption, params ReadOnlySpan<string> columns)
    {
        Raw($"<table class=\"{classes}\">\n<caption>{Texts[caption]}</caption>\n<thead><tr>");
        foreach (string column in columns)
        {
            Raw($"<th scope=\"col\">{Texts[column]}</th>");
        }

        Raw("</tr></thead>\n<tbody>\n");
    }

    /// <summary>The link to a page, as an address that renderers take.</summary>
    internal Uri AddressOf(PageAddress target)
    {
        // With UriKind.RelativeOrAbsolute, some systems read a path as the address of a file.
        string link = links.LinkTo(target, here);
        return Uri.TryCreate(link, UriKind.Relative, out Uri? relative) ? relative : new Uri(link, UriKind.Absolute);
    }

    /// <summary>Writes a link to a web address, or any other address as text.</summary>
    internal void WebLink(Uri url, string text)
    {
        if (!HtmlText.IsLinkable(url))
        {
            Text(url.OriginalString);
            return;
        }

        Raw("<a rel=\"external noopener noreferrer\" href=\"");
        Text(url.AbsoluteUri);
        Raw("\">");
        Text(text);
        Raw("</a>");
    }

    internal void Time(DateTimeOffset at)
    {
        string iso = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        Raw($"<time datetime=\"{iso}\">{Texts.Clock(at)}</time>");
    }

    /// <summary>Writes a date as precisely as it was stated: a year, a day or a time.</summary>
    internal void Stated(ArticleDate date)
    {
        if (date is { Precision: DatePrecision.Second or DatePrecision.Minute, Offset: not null })
        {
            Time(date.ToDateTimeOffset());
            return;
        }

        Text(date.Precision switch
        {
            DatePrecision.Year => date.Local.ToString("yyyy", CultureInfo.InvariantCulture),
            DatePrecision.Month => Texts.Month(date.Local),
            DatePrecision.Day => Texts.Day(date.Local),
            _ => Texts.Moment(date.Local),
        });
    }

    /// <summary>Writes an article's words in their own language and direction.</summary>
    internal void Foreign(string element, string text, string? language, string attributes = "")
    {
        Raw($"<{element} {Foreign(language)}{(attributes.Length == 0 ? "" : " " + attributes)}>");
        Text(text);
        Raw($"</{element}>");
    }

    /// <summary>Begins an element of an article's words.</summary>
    internal void Open(string element, string? language) => Raw($"<{element} {Foreign(language)}>");

    /// <summary>Writes an article's words in one run, and marks the changed ones.</summary>
    internal void Marked(string element, ImmutableArray<TextPiece> pieces, string? language, string classes = "")
    {
        Raw($"<{element} class=\"nd-diff{(classes.Length == 0 ? "" : " " + classes)}\" {Foreign(language)}>");
        new HtmlPieceWriter(writer, "nd-").WriteRun(pieces);
        Raw($"</{element}>");
    }

    /// <summary>Writes an article's words, and marks those that a search found.</summary>
    internal void Found(string element, string text, ImmutableArray<Range> matches, string? language)
    {
        Raw($"<{element} class=\"excerpt\" {Foreign(language)}>");
        int written = 0;
        foreach (Range match in matches)
        {
            Text(text.AsSpan()[written..match.Start.GetOffset(text.Length)]);
            Element("mark", text.AsSpan()[match]);
            written = match.End.GetOffset(text.Length);
        }

        Text(text.AsSpan(written));
        Raw($"</{element}>");
    }

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Foreign(string? language) =>
        HtmlText.IsLanguage(language) ? $"dir=\"auto\" lang=\"{language}\"" : "dir=\"auto\"";

    private void PartLink(PageAddress? target, string text)
    {
        if (target is not null)
        {
            Raw("<li>");
            Link(target, text);
            Raw("</li>");
        }
    }

    private void WriteAlternates()
    {
        WriteAlternates(options.SiteName, null);
        if (here.ArticleId is { } id)
        {
            WriteAlternates(Texts["This article"], id);
        }
    }

    private void WriteAlternates(string name, string? articleId)
    {
        WriteAlternate("application/atom+xml", name, "Atom", PageAddress.AtomFeed(articleId));
        WriteAlternate("application/rss+xml", name, "RSS", PageAddress.RssFeed(articleId));
        WriteAlternate("application/feed+json", name, "JSON Feed", PageAddress.JsonFeed(articleId));
    }

    private void WriteAlternate(string type, string name, string form, PageAddress target)
    {
        Raw($"<link rel=\"alternate\" type=\"{type}\" title=\"");
        Text(Texts.Say("{0}: changes ({1})", name, form));
        Raw("\" href=\"");
        Text(links.LinkTo(target, here));
        Raw("\">\n");
    }

    /// <summary>Writes the policy into a page that is a file, because a file has no headers.</summary>
    private void WritePolicy(string? script)
    {
        // When the file is opened from a disk, a policy cannot name the origin of a linked stylesheet.
        if (!options.IsServed && !options.LinkStyles)
        {
            Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"");
            Text(PageRenderer.PolicyOfFiles);
            Text(script is null ? "" : $"; script-src 'self' '{PageRenderer.HashOf(script)}'");
            Raw("\">\n");
        }
    }

    private void WriteStyles()
    {
        if (!options.LinkStyles)
        {
            Raw($"<style>{PageRenderer.StyleSheet}</style>\n");
            return;
        }

        Raw("<link rel=\"stylesheet\" href=\"");
        Text(links.LinkTo(PageAddress.StyleSheet, here));
        Raw("\">\n");
    }
}

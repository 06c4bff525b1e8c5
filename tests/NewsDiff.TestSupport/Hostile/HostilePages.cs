using static NewsDiff.TestSupport.Hostile.HostileText;


namespace NewsDiff.TestSupport.Hostile;

/// <summary>Pages that cost more to parse or to read than their length suggests.</summary>
public static class HostilePages
{
    private const string Prose =
        "<p>The council closed the ferry on Monday, after two days of storm, and opened it again on Wednesday.</p>";

    private static readonly string BoxOfBodies = "<div>" + Repeat("<div class=article-body>" + Prose + "</div>", 20)
        + "</div>";

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        .. Trees, .. Attributes, .. Texts, .. NearLimits,
        Page("feeds announced under a base of one megabyte", () => "<base href=/" + Repeat("b", 1_000_000) + "/>"
            + Repeat("<link rel=alternate type=application/rss+xml href=feed{0}.xml>", 3_000)),
        Page("a base of many segments and links that climb", () => "<base href=/" + Repeat("a/", 300_000) + ">"
            + Repeat("<link rel=canonical href=" + Repeat("../", 2_000) + "{0}>", 100)),
        Page(
            "canonical links that no site owns",
            () => Repeat("<link rel=canonical href=//other{0}.example/" + Repeat("c", 5_000) + ">", 200)),
        Page("picture of a megabyte", () => "<meta property=og:image content=/" + Repeat("p", 1_000_000) + ">"),
    ];

    private static IEnumerable<HostileInput> Trees =>
    [
        Page(
            "formatting that each paragraph clones",
            () => "<p>" + Repeat("<font size={0}>", 400) + "</p>" + Repeat("<p>x", 20_000)),
        Page(
            "formatting that tables clone",
            () => "<p>" + Repeat("<b id={0}>", 300) + "</p>" + Repeat("<table><tr><td><b>x</table>", 5_000)),
        Page("links misnested with paragraphs", () => Repeat("<a href={0}><p>", 10_000)),
        Page("bold that closes late", () => Repeat("<b><div>", 250) + Repeat("</b>x", 20_000)),
        Page("bold that closes around blocks", () => Repeat("<b><p></b></p>", 20_000)),
        Page(
            "different formatting that closes crosswise",
            () => Repeat("<b><i><u><p>", 2_000) + Repeat("</b></i></u>", 5_000)),
        Page("nobr in nobr", () => Repeat("<nobr id={0}>x", 30_000)),
        Page("text before cells of tables", () => "<table>" + Repeat("x<p>", 50_000)),
        Page("tables in tables", () => Repeat("<table>x<tr>y<td>", 160) + Repeat("<table>z", 5_000)),
        Page(
            "deep elements closed by a name that is not open", () => Repeat("<div>", 500) + Repeat("</span>", 100_000)),
        Page(
            "deep paragraphs that look for what is open",
            () => Repeat("<section>", 500) + Repeat("<p></p></p>", 50_000)),
        Page("options in selects", () => Repeat("<select><option><optgroup>", 30_000)),
        Page("lists in lists", () => Repeat("<ul><li>", 240) + Repeat("<li>x", 20_000)),
        Page("drawings in drawings", () => Repeat("<svg><foreignObject>", 240) + Repeat("<p>x<svg></p>", 5_000)),
        Page("formulas", () => Repeat("<math><mi><b>", 20_000)),
        Page("frames", () => "<frameset>" + Repeat("<frame>", 50_000)),
        Page("templates in templates", () => Repeat("<template>", 500) + Repeat("<p>x", 20_000)),
        Page("second bodies with attributes", () => Repeat("<body a{0}=1>", 20_000)),
        Page("elements side by side", () => Repeat("<i>x</i>", 199_000)),
        Page("line breaks", () => Repeat("<br>", 190_000)),
        Page("deep elements, each with a long line", () => Repeat("<div class=story>" + Prose, 500)),
        Page(
            "lists of links, each in a box",
            () => Repeat(
                "<div class='c{0} story'><h2><a href=x>Headline of some other story</a></h2>" + Prose + "</div>",
                3_000)),
        Page(
            "boxes that call themselves the body",
            () => Repeat("<div class=article-body>" + Prose + "</div><p>x", 5_000)),
        Page(
            "lines between boxes that hold bodies",
            () => "<article>" + BoxOfBodies + Repeat("<p>x", 50_000) + BoxOfBodies + "</article>"),
        Page("card of many headlines", () => "<article>" + Repeat(Prose, 20) + "<div>"
            + Repeat("<h2><a href=x>A headline of another story</a></h2>", 40_000)
            + "</div>" + Repeat(Prose, 20) + "</article>"),
        Page("cells in rows", () => "<table>" + Repeat("<tr>" + Repeat("<td>word", 100), 400)),
        Page(
            "nested quotes that hold the body",
            () => Repeat("<blockquote class=q>", 500)
                + Repeat("<p class=q>Said again, and said once more, as it was said.", 5_000)),
    ];

    private static IEnumerable<HostileInput> Attributes =>
    [
        Page("attributes of one tag", () => "<p " + Repeat("a{0} ", 100_000) + ">"),
        Page("attributes of one tag that repeat a name", () => "<p " + Repeat("a ", 400_000) + ">"),
        Page("attributes of the root", () => "<html " + Repeat("xmlns:a{0}=b ", 50_000) + ">"),
        Page("attributes of many tags", () => Repeat("<p " + Repeat("a{0} ", 150) + ">x", 1_500)),
        Page("formatting with many attributes that is compared", () => Repeat("<b " + Repeat("a{0} ", 150) + ">", 500)),
        Page("attribute without an end", () => "<p title=\"" + Repeat("x", 1_000_000)),
        Page("class names", () => Repeat("<div class='" + Repeat("entry{0} ", 20_000) + "'>", 6) + Prose),
        Page("class names of deep elements", () => Repeat("<div class='" + Repeat("ad-{0} ", 150) + "'>", 500) + Prose),
        Page("name of a tag", () => "<" + Repeat("a-", 500_000) + ">"),
        Page("style of spaces", () => "<p style='" + Repeat(" ", 1_000_000) + "'>" + Prose),
        Page("quotes without equals signs", () => "<p " + Repeat("\"'", 200_000) + ">"),
    ];

    private static IEnumerable<HostileInput> Texts =>
    [
        Page("line without a space", () => "<p>" + Repeat("x", 1_000_000)),
        Page("spaces", () => "<p>a" + Repeat(" ", 1_000_000) + "b"),
        Page("character references", () => "<p>" + Repeat("&notin;&amp;&#x41", 60_000)),
        Page("references that are none", () => "<p>" + Repeat("&aaaaaaaaaaaa", 80_000)),
        Page("comments", () => Repeat("<!-- x -->", 100_000)),
        Page("comment without an end", () => Repeat("<!-- x ", 100_000)),
        Page("less-than signs", () => Repeat("<", 500_000)),
        Page("ends of nothing", () => Repeat("</", 300_000)),
        Page("raw text without an end", () => Repeat("<textarea></text", 60_000)),
        Page("scripts without an end", () => Repeat("<script></scrip", 60_000)),
        Page("marked sections", () => "<svg>" + Repeat("<![CDATA[x]]", 80_000)),
        Page("stops", () => "<p>" + Repeat(". ", 400_000)),
        Page(
            "headlines",
            () => Repeat("<h1>A headline of some words that says one thing</h1>", 3_000) + "<title>"
                + Repeat("word{0} ", 20_000) + "</title>"),
    ];

    /// <summary>Pages that are read, as they are just within the limits.</summary>
    private static IEnumerable<HostileInput> NearLimits =>
    [
        Page(
            "a hundred thousand paragraphs",
            () => Repeat("<p>Paragraph {0} of a long page, which says some words.</p>", 100_000)),
        Page(
            "more elements than fit",
            () => Repeat("<div>Line {0} of the town, which says some words.</div>", 190_000)),
        Page("three hundred thousand attributes", () => Repeat("<p a=1 b=2 c>Line {0} of some words.", 100_000)),
        Page(
            "a hundred thousand class names",
            () => Repeat("<p class='story-{0}x'>Line {0} of words, said the town.", 100_000)),
    ];

    private static HostileInput Page(string name, Func<string> make) =>
        new(HostileKind.Page, name, () => Utf8("<!doctype html>" + make() + Prose));
}

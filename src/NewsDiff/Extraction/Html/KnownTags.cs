using NewsDiff.Text;

namespace NewsDiff.Extraction.Html;

/// <summary>The elements that the HTML Standard has rules for.</summary>
internal static class KnownTags
{
    private static readonly Dictionary<string, HtmlTag> ByName = Read();
    private static readonly NameTable<HtmlTag> Lookup = new(ByName);

    public static HtmlTag Html { get; } = ByName["html"];

    public static HtmlTag Head { get; } = ByName["head"];

    public static HtmlTag Body { get; } = ByName["body"];

    public static HtmlTag P { get; } = ByName["p"];

    public static HtmlTag A { get; } = ByName["a"];

    public static HtmlTag Button { get; } = ByName["button"];

    public static HtmlTag Caption { get; } = ByName["caption"];

    public static HtmlTag Colgroup { get; } = ByName["colgroup"];

    public static HtmlTag Form { get; } = ByName["form"];

    public static HtmlTag Img { get; } = ByName["img"];

    public static HtmlTag Option { get; } = ByName["option"];

    public static HtmlTag Optgroup { get; } = ByName["optgroup"];

    public static HtmlTag Rtc { get; } = ByName["rtc"];

    public static HtmlTag Ruby { get; } = ByName["ruby"];

    public static HtmlTag Select { get; } = ByName["select"];

    public static HtmlTag Table { get; } = ByName["table"];

    public static HtmlTag Tbody { get; } = ByName["tbody"];

    public static HtmlTag Td { get; } = ByName["td"];

    public static HtmlTag Template { get; } = ByName["template"];

    public static HtmlTag Th { get; } = ByName["th"];

    public static HtmlTag Tr { get; } = ByName["tr"];

    /// <summary>Finds an element by its name in any case.</summary>
    public static HtmlTag? Find(ReadOnlySpan<char> name) => Lookup.Find(name, NameTable<HtmlTag>.HashOf(name));

    private static Dictionary<string, HtmlTag> Read()
    {
        var groups = new Dictionary<string, TagGroups>(StringComparer.Ordinal);
        foreach ((TagGroups group, string names) in Groups)
        {
            foreach (string name in names.Split(' '))
            {
                groups[name] = groups.GetValueOrDefault(name) | group;
            }
        }

        foreach (TagId id in Enum.GetValues<TagId>())
        {
            if (id is > TagId.Other and < TagId.Foreign)
            {
                groups.TryAdd(AsciiCase.Lower(id.ToString()), TagGroups.None);
            }
        }

        return groups.ToDictionary(
            pair => pair.Key,
            pair => new HtmlTag(
                pair.Key, Enum.TryParse(pair.Key, ignoreCase: true, out TagId id) ? id : TagId.Other, pair.Value));
    }

    // HTML Standard, 13.2.4.2 (the stack of open elements), 13.2.4.3 (formatting) and 13.2.6 (tree construction).
    private static (TagGroups Group, string Names)[] Groups =>
    [
        (
            TagGroups.Special,
            "address applet area article aside base basefont bgsound blockquote body br button caption center col "
                + "colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 "
                + "h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu "
                + "meta nav noembed noframes noscript object ol p param plaintext pre script search section select "
                + "source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp"),
        (TagGroups.Formatting, "a b big code em font i nobr s small strike strong tt u"),
        (TagGroups.EndsScope, "applet caption html table td th marquee object template"),
        (TagGroups.EndsListScope, "ol ul"),
        (TagGroups.EndsButtonScope, "button"),
        (TagGroups.EndsTableScope, "html table template"),
        (TagGroups.Implied, "dd dt li optgroup option p rb rp rt rtc"),
        (TagGroups.ImpliedInTemplate, "caption colgroup tbody td tfoot th thead tr"),
        (
            TagGroups.Block,
            "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer "
                + "header hgroup main menu nav ol search section summary ul"),
        (TagGroups.Heading, "h1 h2 h3 h4 h5 h6"),
        (TagGroups.HeadContent, "base basefont bgsound link meta noframes script style template title"),
        (TagGroups.Marker, "applet marquee object"),
        (TagGroups.InlineVoid, "area br embed img keygen wbr"),
        (TagGroups.SilentVoid, "param source track"),
        (TagGroups.TablePart, "caption col colgroup frame head tbody td tfoot th thead tr"),
        (
            TagGroups.EndsForeign,
            "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing "
                + "menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"),
        (TagGroups.FostersText, "table tbody tfoot thead tr"),
    ];
}

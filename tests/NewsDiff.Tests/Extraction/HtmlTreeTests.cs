using FsCheck;
using FsCheck.Fluent;
using NewsDiff.TestSupport.Trees;

namespace NewsDiff.Tests.Extraction;

/// <summary>The extractor's own parser follows the HTML Standard, as AngleSharp does.</summary>
public sealed class HtmlTreeTests
{
    // Left out is where AngleSharp leaves the standard: options, templates, framesets, what follows a listing in a
    // table, end tags in foreign content and those of other cells, and texts that begin with white space in a table.
    private static readonly string[] Names = (
        "a b i em code font nobr p div span center article section main blockquote address h1 h2 ul ol li dl dt dd "
        + "table caption colgroup col tbody thead tr td form button input textarea image img br hr script style "
        + "noscript iframe xmp noembed ruby rb rt rp rtc body html head object marquee option optgroup custom-x "
        + "plaintext").Split(' ');

    private static readonly string[] Texts =
    [
        "x", " ", "a b", "\n", "\r\n", "&amp;", "&lt", "&notit;", "&#x41;", "&#128;", "&nbsp;", "<!-- c -->", "<!-->",
        "<!doctype html>", "<?pi?>", "]]>", "--", "</ x>",
    ];

    private static readonly string[] Attributes =
    [
        "", "", "", "", " class=a", " CLASS='b' id=\"c\"", "/", " type=hidden x", " a='1&amp;2' A=3", " href=?a&copy=1",
    ];

    [Fact]
    public void Any_soup_of_tags_becomes_the_tree_of_a_reference_parser()
    {
        Gen<string> start = from name in Gen.Elements(Names)
                            from attributes in Gen.Elements(Attributes)
                            select $"<{name}{attributes}>";
        Gen<string> piece = Gen.OneOf(
            start, start, Gen.Elements(Names).Select(name => $"</{name}>"), Gen.Elements(Texts), Gen.Constant("word"));
        Gen<string> page = from first in Gen.Elements("<!doctype html>", "<!DOCTYPE html>", "")
                           from pieces in Gen.ArrayOf(piece)
                           select first + string.Concat(pieces);

        Prop.ForAll(
            Arb.From(page),
            html => (PageTree.Of(html) == ReferenceTree.Of(html)
                    && PageTree.Of(html, isScripting: false) == ReferenceTree.Of(html, isScripting: false))
                .Label($"{html}\n{PageTree.Of(html)}\n{ReferenceTree.Of(html)}"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(4_000).WithEndSize(40));
    }

    [Theory]
    [InlineData("<p>a<div>b", "<P>| a|<DIV>| b")]
    [InlineData("<ul><li>a<li>b</ul>", "<UL>| <LI>|  a| <LI>|  b")]
    [InlineData("<b>a<p>b</b>c", "<B>| a|<P>| <B>|  b| c")]
    [InlineData("<a>a<a>b", "<A>| a|<A>| b")]
    [InlineData("<table>a<tr><td>b", "a|<TABLE>| <TBODY>|  <TR>|   <TD>|    b")]
    [InlineData("<svg><p>a", "<SVG>|<P>| a")]
    [InlineData("<svg><desc><i></desc><b>a", "<SVG>| <DESC>|  <I>|   <B>|    a")]
    [InlineData("<svg/><![CDATA[a]]>b", "<SVG>|b")]
    [InlineData("<svg><![CDATA[a<b>]]></svg>c", "<SVG>| a<b>|c")]
    [InlineData("<math><mi>a</math>b", "<MATH>| <MI>|  a|b")]
    [InlineData(
        "<math><annotation-xml encoding=text/html><p>a", "<MATH>| <ANNOTATION-XML ENCODING=text/html>|  <P>|   a")]
    [InlineData("<table><pre>a<colgroup><col>", "<PRE>| a|<TABLE>| <COLGROUP>|  <COL>")]
    [InlineData("<table><tr> <i>a", "<I>| a|<TABLE>| <TBODY>|  <TR>|    ")]
    [InlineData("<table><tr><td>a</th>b", "<TABLE>| <TBODY>|  <TR>|   <TD>|    ab")]
    [InlineData("<select><option>a<p>b<option>c</select>d", "<SELECT>| <OPTION>|  ab| <OPTION>|  c|d")]
    [InlineData("1 < 2 </ x> <3", "1 < 2  <3")]
    [InlineData("<p>a<table><tr><td>b", "<P>| a|<TABLE>| <TBODY>|  <TR>|   <TD>|    b")]
    public void Faulty_nesting_becomes_what_browsers_show(string body, string expected)
    {
        string[] lines = PageTree.Of("<!doctype html>" + body).Split('\n')[3..];

        Assert.Equal(expected, string.Join('|', lines.Select(line => line[2..])));
    }

    [Theory]
    [InlineData("&amp;&lt&GT;&quot;", "&<>\"")]
    [InlineData("&notin; &notit; &no;", "∉ ¬it; &no;")]
    [InlineData("&#65;&#x42;&#X43 &#;&#x;", "ABC &#;&#x;")]
    [InlineData("&#128;&#150;&#0;&#xD800;&#x110000;", "€–\uFFFD\uFFFD\uFFFD")]
    [InlineData("&#x1F600;&CounterClockwiseContourIntegral;", "\U0001F600∳")]
    [InlineData("a & b &&amp; AT&T", "a & b && AT&T")]
    [InlineData("a\r\nb\rc", "a\\nb\\nc")]
    public void Character_references_are_decoded(string written, string expected) =>
        Assert.EndsWith($"<PRE>\n   {expected}", PageTree.Of("<pre>" + written), StringComparison.Ordinal);

    [Theory]
    [InlineData("?a=1&copy=2&amp;b=3", "?a=1&copy=2&b=3")]
    [InlineData("&copy;&copy &copyx", "©© &copyx")]
    public void An_address_keeps_its_ampersands(string written, string expected) =>
        Assert.Contains($"HREF={expected}>", PageTree.Of($"<a href=\"{written}\">"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>a</b><p></script>")]
    [InlineData("<script><!-- <script> </script> --></script>")]
    [InlineData("<script><!--></script>")]
    [InlineData("<style><p></styles></style>")]
    [InlineData("<textarea><p></textarea>")]
    [InlineData("<title><p></title>")]
    public void Tags_in_scripts_and_the_like_do_not_count(string element) =>
        Assert.EndsWith("<B>", PageTree.Of($"<!doctype html><body>{element}<b>"), StringComparison.Ordinal);

    [Fact]
    public void Elements_beyond_the_greatest_depth_become_siblings()
    {
        string tree = PageTree.Of(string.Concat(Enumerable.Repeat("<div>", 600)) + "end");

        Assert.EndsWith($"\n{new string(' ', 513)}end", tree, StringComparison.Ordinal);
    }
}

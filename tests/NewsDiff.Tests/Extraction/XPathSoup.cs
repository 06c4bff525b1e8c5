using System.Text;

namespace NewsDiff.Tests.Extraction;

/// <summary>Writes random pages, and random expressions that may select something on them.</summary>
/// <remarks>No step leads to the root of a page, whose place and children CSS does not see.</remarks>
internal sealed class XPathSoup(int seed)
{
    private static readonly string[] Names = ["div", "section", "span", "article", "x-y"];
    private static readonly string[] Values = ["a", "b", "ab", "a b", "story", "story-a", "b  a", "", "it's"];
    private static readonly string[] Axes =
    [
        "parent", "ancestor", "self", "descendant", "following-sibling", "preceding-sibling", "child",
    ];

    private readonly Random _random = new(seed);

    public string Page()
    {
        var html = new StringBuilder("<html><head><meta content=\"a b\"></head><body>");
        for (int i = 0; i < 4; i++)
        {
            Element(html, depth: 1);
        }

        return html.Append("</body></html>").ToString();
    }

    public string Expression()
    {
        string path = Path(depth: 0);
        return _random.Next(8) == 0 ? $"{path} | {Path(depth: 0)}" : path;
    }

    private void Element(StringBuilder html, int depth)
    {
        string name = Pick(Names);
        html.Append('<').Append(name);
        foreach (string attribute in new[] { "class", "id", "content", "data-k" })
        {
            if (_random.Next(2) == 0)
            {
                html.Append(' ').Append(attribute).Append("=\"").Append(Pick(Values)).Append('"');
            }
        }

        html.Append('>').Append(_random.Next(3) == 0 ? Pick(Values) : "");
        for (int i = _random.Next(5); i > 0 && depth < 5; i--)
        {
            Element(html, depth + 1);
        }

        html.Append("</").Append(name).Append('>');
    }

    private string Path(int depth)
    {
        var path = new StringBuilder(_random.Next(12) == 0 ? "/html/body" : "//" + Step(depth));
        for (int i = _random.Next(3); i > 0; i--)
        {
            path.Append(_random.Next(5) switch
            {
                0 => $"/{Pick(Axes)}::{Step(depth)}",
                1 => "/following-sibling::*[1]",
                2 => "//" + AnyStep(depth),
                _ => "/" + AnyStep(depth),
            });
        }

        path.Append(_random.Next(6) == 0 ? "/.." : "");

        return path.Append(_random.Next(10) == 0 ? "/@content" : "").ToString();
    }

    private string AnyStep(int depth) => _random.Next(3) == 0 ? "*" + Conditions(depth) : Step(depth);

    private string Step(int depth) => Pick(Names) + Conditions(depth);

    private string Conditions(int depth)
    {
        var step = new StringBuilder();
        for (int i = _random.Next(3); i > 0; i--)
        {
            step.Append('[').Append(_random.Next(4) == 0 ? Place() : Condition(depth)).Append(']');
        }

        return step.ToString();
    }

    private string Place() => Pick([
        "1", "2", "last()", "last()-1", "position()>1", "position()<3", "position()>=2", "position()<=2",
        "position()!=1", "position()=last()", "position()<last()", "position()!=last()", "position()>last()-1",
    ]);

    private string Condition(int depth)
    {
        string attribute = "@" + Pick(["class", "id", "data-k"]);
        string value = Pick(Values).Replace("'", "", StringComparison.Ordinal);
        string inner = depth > 1 ? "*" : AnyStep(depth + 1);
        return _random.Next(depth > 1 ? 8 : 16) switch
        {
            0 => attribute,
            1 => $"{attribute}='{value}'",
            2 => $"{attribute}!=\"{value}\"",
            3 => $"contains({attribute}, '{value}')",
            4 => $"starts-with({attribute},'{value}')",
            5 => $"contains(concat(' ', normalize-space({attribute}), ' '), ' {Pick(["a", "b", "story"])} ')",
            6 => $"contains(concat(' ',{attribute},' '),'{Pick([" a ", " b ", " ab ", "to", "a"])}')",
            7 => $"contains(., '{value}')",
            8 => $"not({Condition(depth + 1)})",
            9 => $"{Condition(depth + 1)} or {Condition(depth + 1)}",
            10 => $"{Condition(depth + 1)} and ({Condition(depth + 1)})",
            11 => inner,
            12 => $".//{inner}",
            13 => $"{Pick(Axes)}::{Step(depth + 1)}",
            14 => $"following-sibling::*[1][self::{inner}] or preceding-sibling::*[1][self::{Pick(Names)}]",
            _ => $"{inner}/{inner}/@id='{value}'",
        };
    }

    private string Pick(string[] of) => of[_random.Next(of.Length)];
}

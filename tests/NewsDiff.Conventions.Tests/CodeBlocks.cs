using System.Net;
using System.Text.RegularExpressions;
using NewsDiff.TestSupport;

namespace NewsDiff.Conventions.Tests;

/// <summary>Finds the C# in the pages of the repository and in the documentation of members.</summary>
internal static partial class CodeBlocks
{
    public static IEnumerable<CodeBlock> All =>
    [
        .. Pages.SelectMany(file => Find(file, Fence())),
        .. SourceTree.ReadBelow("src", "*.cs").SelectMany(file => Find(WithoutMarks(file), Example())),
    ];

    private static IEnumerable<SourceFile> Pages =>
    [
        .. from name in new[] { "README.md", "CONTRIBUTING.md", "SECURITY.md" }
           select new SourceFile(name, File.ReadAllLines(Path.Combine(SourceTree.Root, name))),
        .. SourceTree.ReadBelow("docs", "*.md").Select(file => file with { Path = "docs/" + file.Path }),
        .. SourceTree.ReadBelow("src", "*.md").Select(file => file with { Path = "src/" + file.Path }),
    ];

    private static IEnumerable<CodeBlock> Find(SourceFile file, Regex pattern)
    {
        string text = file.Text;
        return
            from match in pattern.Matches(text)
            let line = text[..match.Index].Count(c => c == '\n') + 1
            select new CodeBlock($"{file.Path}, line {line}", WebUtility.HtmlDecode(match.Groups["code"].Value));
    }

    private static SourceFile WithoutMarks(SourceFile file) =>
        file with
        {
            // Lines of code stay as empty ones, so that line numbers are right.
            Lines =
        [
            .. file.Lines.Select(line =>
                DocumentationMark().IsMatch(line) ? DocumentationMark().Replace(line, "") : ""),
        ],
        };

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"<code>(?<code>.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\s*/// ?")]
    private static partial Regex DocumentationMark();
}

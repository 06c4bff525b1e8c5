using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NewsDiff.TestSupport;

namespace NewsDiff.Conventions.Tests;

/// <summary>Files, methods and lines are short enough to be read, and no test waits for ever.</summary>
public sealed class FileTests
{
    private const int LongestFile = 400;
    private const int LongestMedian = 80;
    private const int LongestMethod = 40;
    private const int LongestLine = 120;

    /// <summary>A literal of this length, such as markup or a statement of SQL, may have no place to break.</summary>
    private const int LongLiteral = 60;

    [Fact]
    public void Files_are_short()
    {
        SourceFile[] files = [.. SourceTree.Projects.SelectMany(SourceTree.Read)];
        int median = files.Select(file => file.Lines.Count).Order().ElementAt(files.Length / 2);

        Assert.Empty(
            files.Where(file => file.Lines.Count > LongestFile).Select(
                file => $"{file.Path}: {file.Lines.Count} lines"));
        Assert.InRange(median, 1, LongestMedian);
    }

    [Fact]
    public void Methods_are_short()
    {
        // The hot loops of the diff engine are read as one piece.
        string[] offences =
        [
            .. from parsed in ParsedFile.Below("src")
               where parsed.File.Path.Split('/').ElementAtOrDefault(1) != "Diffing"
               from method in parsed.Root.DescendantNodes().Where(IsMethod)
               let lines = method.ToString().Split('\n').Length
               where lines > LongestMethod
               select $"{parsed.File.Path}: {lines} lines from line {LineOf(method)}",
        ];

        Assert.True(offences.Length == 0, string.Join('\n', offences));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("benchmarks")]
    [InlineData("samples")]
    public void Lines_fit_the_screen(string folder)
    {
        string[] offences =
        [
            .. from parsed in ParsedFile.Below(folder)
               let literals = new Lazy<HashSet<int>>(() => LinesOfLiterals(parsed.Root))
               from line in parsed.File.Lines.Index()
               where line.Item.EnumerateRunes().Count() > LongestLine && !literals.Value.Contains(line.Index)
               select $"{parsed.File.Path}, line {line.Index + 1}",
        ];

        Assert.True(offences.Length == 0, string.Join('\n', offences));
    }

    [Fact]
    public void Tests_wait_with_patience_and_not_for_ever()
    {
        string[] offences =
        [
            .. from parsed in ParsedFile.Below("tests")
               where Path.GetFileName(parsed.File.Path) != "Patience.cs"
               where parsed.File.Text.Contains("Task.Delay(", StringComparison.Ordinal)
               from loop in parsed.Root.DescendantNodes().Where(IsLoop)
               where loop.ToString().Contains("Task.Delay(", StringComparison.Ordinal)
               select $"{parsed.File.Path}, line {LineOf(loop)}",
        ];

        Assert.True(offences.Length == 0, string.Join('\n', offences));
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static bool IsLoop(SyntaxNode node) =>
        node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax;

    private static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax;

    /// <summary>The lines with a long literal, or with part of one of several lines.</summary>
    private static HashSet<int> LinesOfLiterals(SyntaxNode root) =>
    [
        .. from node in root.DescendantNodes()
           where node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
           where node.Span.Length > LongLiteral
           let span = node.GetLocation().GetLineSpan()
           from line in Enumerable.Range(
               span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1)
           select line,
    ];
}

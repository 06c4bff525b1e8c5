using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NewsDiff.TestSupport;

namespace NewsDiff.Conventions.Tests;

/// <summary>A C# file of the repository and its syntax, parsed when a rule first asks, for all rules once.</summary>
internal sealed class ParsedFile
{
    private static readonly ConcurrentDictionary<string, Lazy<ParsedFile[]>> Folders = new(StringComparer.Ordinal);

    private readonly Lazy<SyntaxNode> _root;

    private ParsedFile(SourceFile file)
    {
        File = file;
        _root = new Lazy<SyntaxNode>(() => CSharpSyntaxTree.ParseText(file.Text).GetRoot());
    }

    public SourceFile File { get; }

    public SyntaxNode Root => _root.Value;

    /// <summary>The files below a folder of the repository; their paths begin below that folder.</summary>
    public static IReadOnlyList<ParsedFile> Below(string folder) =>
        Folders.GetOrAdd(folder, static name => new Lazy<ParsedFile[]>(() => Read(name))).Value;

    private static ParsedFile[] Read(string folder) =>
        [.. SourceTree.ReadBelow(folder, "*.cs").Select(file => new ParsedFile(file))];
}

using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NewsDiff.Conventions.Tests;

/// <summary>The code in the documentation compiles unchanged.</summary>
/// <remarks>
/// A block with <c>using</c> lines gets no others. Names that a block takes for given, such as the article it stores,
/// are declared in <see cref="Given"/>; nothing else may be missing.
/// </remarks>
public sealed partial class CodeBlockTests
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What all blocks are compiled with: the referenced assemblies are read once.</summary>
    private static readonly CSharpCompilation Surroundings = CSharpCompilation.Create(
        "Example",
        references: References,
        options: new CSharpCompilationOptions(
            OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
    ];

    /// <summary>The namespaces, besides those of NewsDiff, that blocks without <c>using</c> lines can use.</summary>
    private static readonly string[] CommonUsings = ["Microsoft.Extensions.Diagnostics.HealthChecks", "Npgsql"];

    /// <summary>The names that blocks may use undeclared, with their types.</summary>
    private static readonly Dictionary<string, string> Given = new(StringComparer.Ordinal)
    {
        ["after"] = "string",
        ["articleFetcher"] = "NewsDiff.IArticleFetcher",
        ["feedFetcher"] = "NewsDiff.Feeds.IFeedFetcher",
        ["archive"] = "NewsDiff.Archives.IPageArchive",
        ["app"] = "Microsoft.AspNetCore.Builder.WebApplication",
        ["article"] = "NewsDiff.Article",
        ["before"] = "string",
        ["connectionString"] = "string",
        ["changes"] = "System.Collections.Generic.IEnumerable<NewsDiff.ArticleChange>",
        ["builder"] = "Microsoft.Extensions.Hosting.HostApplicationBuilder",
        ["options"] = "NewsDiff.Fetching.HttpFetchOptions",
        ["store"] = "NewsDiff.InMemoryVersionStore",
        ["story"] = "System.Uri",
        ["change"] = "NewsDiff.ArticleChange",
        ["ferry"] = "NewsDiff.Article",
        ["host"] = "Microsoft.Extensions.Hosting.IHost",
        ["site"] = "NewsDiff.Testing.ScriptedFetcher",
        ["histories"] = "System.Collections.Generic.IAsyncEnumerable<NewsDiff.ArticleHistory>",
        ["version"] = "NewsDiff.ArticleVersion",
        ["versions"] = "System.Collections.Generic.IEnumerable<NewsDiff.ArticleVersion>",
    };

    /// <summary>What a host is told to write itself.</summary>
    private const string GivenTypes = """
        internal sealed class MyStore
        {
            public static Task<NewsDiff.IVersionStore> OpenAsync(string path) => default!;
        }

        internal sealed class PostToChat : NewsDiff.Hosting.IArticleChangeHandler
        {
            public ValueTask HandleAsync(NewsDiff.ArticleChange change, CancellationToken cancellationToken) => default;
        }
        """;

    public static TheoryData<CodeBlock> Blocks => [.. CodeBlocks.All];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void An_example_compiles(CodeBlock block)
    {
        ImmutableArray<Diagnostic> faults = Compile(block.Code, []);
        string[] missing = [.. faults.Where(fault => fault.Id == "CS0103").Select(NameIn).Distinct()];
        if (missing.Length > 0 && missing.All(Given.ContainsKey))
        {
            faults = Compile(block.Code, missing);
        }

        Assert.True(faults.IsEmpty, $"{block.Place}\n{string.Join('\n', faults)}");
    }

    private static string NameIn(Diagnostic fault) => fault.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1];

    private static ImmutableArray<Diagnostic> Compile(string code, string[] given)
    {
        IEnumerable<string> usings = UsingDirective().IsMatch(code)
            ? ImplicitUsings
            : ImplicitUsings.Concat(CommonUsings).Concat(Namespaces);
        string surroundings = string.Concat(usings.Select(name => $"global using {name};\n"))
            + "internal static class GivenNames\n{\n"
            + string.Concat(given.Select(name => $"    public static readonly {Given[name]} {name} = default!;\n"))
            + "}\n"
            + GivenTypes;
        SyntaxTree example = Parse(code);
        bool hasStatements = example.GetRoot().DescendantNodes().OfType<GlobalStatementSyntax>().Any();
        CSharpCompilation compilation = Surroundings
            .WithOptions(Surroundings.Options.WithOutputKind(
                hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .AddSyntaxTrees(Parse("global using static GivenNames;\n" + surroundings), example);
        return [.. compilation.GetDiagnostics().Where(fault => fault.Severity == DiagnosticSeverity.Error)];
    }

    private static IEnumerable<string> Namespaces =>
        from path in Directory.EnumerateFiles(AppContext.BaseDirectory, "NewsDiff*.dll")
        where !path.EndsWith("Tests.dll", StringComparison.Ordinal)
            && !path.EndsWith("Support.dll", StringComparison.Ordinal)
        from space in Assembly.LoadFrom(path).GetExportedTypes().Select(type => type.Namespace!).Distinct()
        select space;

    [GeneratedRegex("^using [A-Za-z.]+;", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code);
}

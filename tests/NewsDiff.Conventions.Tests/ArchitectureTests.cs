using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using NewsDiff.TestSupport;

namespace NewsDiff.Conventions.Tests;

/// <summary>
/// docs/architecture.md says which folder of the library may know which; its table is exactly what the code does.
/// </summary>
public sealed partial class ArchitectureTests
{
    private const string Library = "NewsDiff";

    /// <summary>The second table of "Inside <c>NewsDiff</c>": each folder, and the folders that it may use.</summary>
    private static readonly SortedSet<string> Allowed = ReadTable();

    [Fact]
    public void Folders_know_exactly_what_the_architecture_says()
    {
        SortedSet<string> used = [.. ArrowsOfSymbols(), .. ArrowsOfUsings()];

        Assert.Equal(Allowed, used);
    }

    [Fact]
    public void Every_folder_is_in_the_architecture()
    {
        IEnumerable<string> folders =
            SourceTree.Read(Library).Select(file => file.Folder).Where(folder => folder.Length > 0);
        string text = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "architecture.md"));

        Assert.All(folders.Distinct(), folder => Assert.Contains($"| `{folder}` |", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AngleSharp", "Extraction")]
    [InlineData("DiffPlex", "Interop")]
    public void A_package_is_known_to_one_folder(string package, string folder)
    {
        IEnumerable<string> offences =
            from project in SourceTree.Projects
            from file in SourceTree.Read(project)
            where file.Folder != folder
            where file.Usings.Any(used => used == package || used.StartsWith(package + ".", StringComparison.Ordinal))
            select $"{project}/{file.Path}";

        Assert.Empty(offences);
    }

    /// <summary>
    /// The types that code names: in bases, members and bodies. Constants leave no trace in compiled code.
    /// </summary>
    private static IEnumerable<string> ArrowsOfSymbols() =>
        from type in new ArchLoader().LoadAssembly(typeof(Article).Assembly).Build().Types
        from dependency in type.Dependencies

            // A type parameter is taken for that of any other type with a member of the same name, such as generated
            // ones.
        where dependency.Target is not GenericParameter
        let arrow = Arrow(FolderOf(type.Namespace?.FullName), FolderOf(dependency.Target.Namespace?.FullName))
        where arrow is not null
        select arrow;

    private static IEnumerable<string> ArrowsOfUsings() =>
        from file in SourceTree.Read(Library)
        from used in file.Usings
        let arrow = Arrow(file.Folder, FolderOf(used))
        where arrow is not null
        select arrow;

    private static string? Arrow(string from, string to) =>
        from.Length > 0 && to.Length > 0 && from != to ? $"{from} knows {to}" : null;

    /// <summary>
    /// The folder of a namespace: "Feeds" of "NewsDiff.Feeds.Reading"; empty for the root and for other libraries.
    /// </summary>
    private static string FolderOf(string? space) =>
        space?.Split('.') is [Library, var folder, ..] ? folder : "";

    private static SortedSet<string> ReadTable()
    {
        string[] lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "docs", "architecture.md"));
        return
        [
            .. from line in lines
               let cells = line.Split('|', StringSplitOptions.TrimEntries)
               where cells.Length == 5
                   && Directory.Exists(Path.Combine(SourceTree.Root, "src", Library, cells[1].Trim('`')))
               from known in Name().Matches(cells[3])
               select $"{cells[1].Trim('`')} knows {known.Groups[1].Value}",
        ];
    }

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Name();
}

namespace NewsDiff.Tests.Conventions;

/// <summary>Holds the arrows of docs/architecture.md: which folder of the library may know which.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Addresses"] = ["Text"],
        ["Dates"] = [],
        ["Diffing"] = ["Text"],
        ["Interop"] = [],
        ["Extraction"] = ["Addresses", "Dates", "Text"],
        ["Feeds"] = ["Addresses", "Dates", "Text"],
        ["Identity"] = ["Addresses", "Text"],
        ["Fetching"] = ["Addresses", "Extraction", "Feeds", "Identity", "Text", "Diagnostics"],
        ["Storage"] = [],
        ["Tracking"] = ["Addresses", "Feeds", "Identity", "Storage", "Diagnostics"],
        ["Rendering"] = ["Text", "Tracking"],
        ["Syndication"] = ["Rendering", "Text"],
        ["Classification"] = ["Text"],
        ["Research"] = ["Text"],
        ["Diagnostics"] = [],
    };

    [Fact]
    public void Folders_know_only_what_the_architecture_allows()
    {
        IEnumerable<string> offences =
            from file in SourceTree.Read("NewsDiff")
            where file.Folder.Length > 0
            from used in file.Usings
            where used.StartsWith("NewsDiff.", StringComparison.Ordinal)
            let other = used.Split('.')[1]
            where other != file.Folder && !MayKnow[file.Folder].Contains(other)
            select $"{file.Path} uses {used}";

        Assert.Empty(offences);
    }

    [Theory]
    [InlineData("AngleSharp", "Extraction")]
    [InlineData("DiffPlex", "Interop")]
    public void A_package_is_known_to_one_folder(string package, string folder)
    {
        IEnumerable<string> offences =
            from project in SourceTree.Projects
            from file in SourceTree.Read(project)
            where file.Folder != folder && file.Usings.Any(used => used == package || used.StartsWith(package + ".", StringComparison.Ordinal))
            select $"{project}/{file.Path}";

        Assert.Empty(offences);
    }

    [Fact]
    public void Files_are_short()
    {
        SourceFile[] files = [.. SourceTree.Projects.SelectMany(SourceTree.Read)];
        int median = files.Select(file => file.Lines.Length).Order().ElementAt(files.Length / 2);

        Assert.Empty(files.Where(file => file.Lines.Length > 400).Select(file => $"{file.Path}: {file.Lines.Length} lines"));
        Assert.InRange(median, 1, 80);
    }
}

using System.Runtime.CompilerServices;

namespace NewsDiff.TestSupport;

/// <summary>The files of the repository, found from where this file was compiled.</summary>
public static class SourceTree
{
    private static readonly string[] Built = ["bin", "obj", "artifacts"];

    /// <summary>The folder of NewsDiff.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The names of the projects in <c>src</c>.</summary>
    public static IEnumerable<string> Projects =>
        Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(path => Path.GetFileName(path));

    /// <summary>The C# files of a project in <c>src</c>.</summary>
    public static IEnumerable<SourceFile> Read(string project) => ReadBelow($"src/{project}", "*.cs");

    /// <summary>The files below a folder of the repository; their paths begin below that folder.</summary>
    public static IEnumerable<SourceFile> ReadBelow(string folder, string pattern)
    {
        string start = Path.Combine(Root, folder);
        return from path in Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
               let relative = Path.GetRelativePath(start, path).Replace('\\', '/')
               where !relative.Split('/').Any(Built.Contains)
               orderby relative
               select new SourceFile(relative, File.ReadAllLines(path));
    }

    private static string FindRoot([CallerFilePath] string path = "")
    {
        DirectoryInfo? folder = new FileInfo(path).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsDiff.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("NewsDiff.sln is not above " + path);
    }
}

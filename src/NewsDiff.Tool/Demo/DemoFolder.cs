namespace NewsDiff.Tool.Demo;

/// <summary>The folder that the demo writes to. It replaces what an earlier demo wrote there, and nothing else.</summary>
internal sealed class DemoFolder
{
    private const string ListName = ".newsdiff-demo";
    private readonly string _path;

    private DemoFolder(string path) => _path = path;

    private string ListPath => Path.Combine(_path, ListName);

    /// <summary>Makes the folder, or empties it of what an earlier demo wrote.</summary>
    /// <exception cref="TroubleException">It holds something else, or is no folder.</exception>
    internal static DemoFolder Prepare(string path)
    {
        if (File.Exists(path))
        {
            throw new TroubleException($"'{path}' is a file; name a folder with --output.");
        }

        Directory.CreateDirectory(path);
        var folder = new DemoFolder(path);
        if (File.Exists(folder.ListPath))
        {
            folder.RemoveEarlier();
        }
        else if (Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new TroubleException($"the folder '{path}' holds files that are not of the demo; name a new one with --output.");
        }

        File.WriteAllText(folder.ListPath, "");
        return folder;
    }

    /// <summary>Notes a file as the demo's, before it is written.</summary>
    /// <param name="name">Its name in the folder, with <c>/</c> between parts.</param>
    /// <returns>Its path; its folder is there.</returns>
    /// <exception cref="TroubleException">There is a file of somebody else's under that name.</exception>
    internal string Claim(string name)
    {
        string path = Path.Combine(_path, name);
        if (File.Exists(path))
        {
            throw new TroubleException(
                $"'{path}' is not of the demo and would be overwritten; move it, or name a new folder with --output.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.AppendAllText(ListPath, name + "\n");
        return path;
    }

    private void RemoveEarlier()
    {
        string root = Path.GetFullPath(_path);
        string[] paths =
        [
            .. File.ReadAllLines(ListPath)
                .Select(name => Path.GetFullPath(Path.Combine(root, name)))
                .Where(path => path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)),
        ];
        foreach (string path in paths)
        {
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        }

        foreach (string folder in paths.Select(path => Path.GetDirectoryName(path)!).Distinct().Where(folder => folder != root))
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }
}

using System.Text.RegularExpressions;
using NewsDiff.Archives;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Demo;

/// <summary>The folder that the demo writes to.</summary>
/// <remarks>
/// It replaces only what an earlier demo wrote there. It trusts its list of written files only for names that a demo
/// writes, and never follows links.
/// </remarks>
internal sealed class DemoFolder
{
    private const string ListName = ".newsdiff-demo";

    /// <summary>The names of the files that a demo writes.</summary>
    private static readonly Regex OwnName = new(
        @"\A(newsdiff\.db(-wal|-shm)?"
        + @"|(articles/[0-9a-z-]{1,80}/)?"
        + @"((index|feeds|404|articles|(changes|articles)-[0-9-]+|version-[0-9]+|origins-[0-9]+|diff-[0-9]+-[0-9]+(-inline)?)\.html|changes\.(atom|rss|json)))\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private readonly string _path;

    private DemoFolder(string path) => _path = path;

    private string ListPath => Path.Combine(_path, ListName);

    /// <summary>Creates the folder, or removes an earlier demo's files from it.</summary>
    /// <exception cref="TroubleException">
    /// The path is not a folder, has a link, or is a folder with other files.
    /// </exception>
    internal static DemoFolder Prepare(string path)
    {
        RefuseLink(path);
        if (File.Exists(path))
        {
            throw new TroubleException($"'{path}' is a file; name a folder with --output.");
        }

        PrivateFolder.Create(path);
        var folder = new DemoFolder(path);
        RefuseLink(folder.ListPath);
        if (File.Exists(folder.ListPath))
        {
            folder.RemoveEarlier();
        }
        else if (Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new TroubleException(
                $"the folder '{path}' has files that are not the demo's; name a new folder with --output.");
        }

        PrivateFile.Open(folder.ListPath, FileMode.CreateNew).Dispose();
        return folder;
    }

    /// <summary>Notes a file as the demo's before it is written.</summary>
    /// <param name="name">Its name in the folder, with <c>/</c> between parts.</param>
    /// <returns>Its path; its folder exists.</returns>
    /// <exception cref="TroubleException">The name belongs to a file that is not the demo's.</exception>
    internal string Claim(string name)
    {
        string path = Path.Combine(_path, name);
        RefuseLinksTo(name);
        if (File.Exists(path))
        {
            throw new TroubleException(
                $"'{path}' is not the demo's and would be overwritten; move it, or name a new folder with --output.");
        }

        PrivateFolder.Create(Path.GetDirectoryName(path)!);
        using var list = new StreamWriter(PrivateFile.Open(ListPath, FileMode.Append));
        list.Write(name + "\n");
        return path;
    }

    private void RemoveEarlier()
    {
        string[] names = [.. File.ReadLines(ListPath).Where(name => OwnName.IsMatch(name))];
        foreach (string name in names)
        {
            RefuseLinksTo(name);
        }

        foreach (string name in names)
        {
            File.Delete(Path.Combine(_path, name));
        }

        // The list is deleted, not emptied: its name may be a hard link to another file.
        File.Delete(ListPath);
        IEnumerable<string> folders =
            names.Select(name => Path.GetDirectoryName(name)!).Where(folder => folder.Length > 0);
        foreach (string folder in folders.Distinct().Select(folder => Path.Combine(_path, folder)))
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }

    /// <summary>Refuses a path that is or contains a link, whose target is not the demo's.</summary>
    private void RefuseLinksTo(string name)
    {
        string path = _path;
        foreach (string part in name.Split('/'))
        {
            path = Path.Combine(path, part);
            RefuseLink(path);
        }
    }

    private static void RefuseLink(string path)
    {
        if (PrivateFile.IsLink(path))
        {
            throw new TroubleException(
                $"'{path}' is a link, which the demo does not follow; remove it, or name another folder with "
                + "--output.");
        }
    }
}

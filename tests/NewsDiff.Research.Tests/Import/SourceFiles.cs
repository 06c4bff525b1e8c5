namespace NewsDiff.Research.Tests.Import;

/// <summary>Writes the files of a source.</summary>
internal static class SourceFiles
{
    internal static string Write(this TemporaryFolder folder, string name, string text)
    {
        string path = folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}

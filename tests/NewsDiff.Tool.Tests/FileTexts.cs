namespace NewsDiff.Tool.Tests;

/// <summary>Writes files for tests.</summary>
internal static class FileTexts
{
    internal static string Write(this TemporaryFolder folder, string name, string text)
    {
        string path = folder.File(name);
        File.WriteAllText(path, text);
        return path;
    }
}

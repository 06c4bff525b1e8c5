namespace NewsDiff.Evaluation.Diffing;

/// <summary>Two texts to compare, read from <c>NAME.old.txt</c> and <c>NAME.new.txt</c>.</summary>
internal sealed record TextPair(string Class, string Name, string Old, string New)
{
    internal static List<TextPair> ReadAll(DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles("*.old.txt", SearchOption.AllDirectories)
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(Read),
    ];

    private static TextPair Read(FileInfo old)
    {
        string name = old.Name[..^".old.txt".Length];
        string @new = Path.Combine(old.DirectoryName!, name + ".new.txt");
        return File.Exists(@new)
            ? new TextPair(old.Directory!.Name, name, File.ReadAllText(old.FullName), File.ReadAllText(@new))
            : throw new FileNotFoundException($"{old.FullName} has no counterpart {name}.new.txt.");
    }
}

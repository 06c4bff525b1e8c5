namespace NewsDiff.Tests.Conventions;

/// <summary>A source file: its path below its project, with forward slashes, and its lines.</summary>
internal sealed record SourceFile(string RelativePath, string[] Lines)
{
    internal string Path { get; } = RelativePath.Replace('\\', '/');

    /// <summary>The first folder below the project, empty for its root.</summary>
    internal string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

    internal IEnumerable<string> Usings =>
        Lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal)).Select(line => line["using ".Length..].TrimEnd(';'));
}

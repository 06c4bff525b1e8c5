namespace NewsDiff.TestSupport;

/// <summary>A file of the repository.</summary>
/// <param name="Path">Its path, with forward slashes.</param>
/// <param name="Lines">Its lines.</param>
public sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    /// <summary>The first folder of the path; empty when the file lies in none.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/')] : "";

    /// <summary>The namespaces that a C# file uses.</summary>
    public IEnumerable<string> Usings =>
        from line in Lines
        where line.StartsWith("using ", StringComparison.Ordinal)
        select line["using ".Length..].TrimEnd(';');

    /// <summary>The whole text.</summary>
    public string Text => string.Join('\n', Lines);
}

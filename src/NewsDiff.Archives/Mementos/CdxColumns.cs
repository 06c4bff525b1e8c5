namespace NewsDiff.Archives.Mementos;

/// <summary>The columns of a capture index, found under any of their names.</summary>
internal sealed class CdxColumns(string[] names)
{
    /// <summary>The page.</summary>
    public int[] Address { get; } = Find(names, ["original", "url", "a"]);

    /// <summary>When it was captured.</summary>
    public int[] Time { get; } = Find(names, ["timestamp", "b"]);

    /// <summary>The HTTP status code.</summary>
    public int[] Status { get; } = Find(names, ["statuscode", "status", "s"]);

    /// <summary>The media type.</summary>
    public int[] MediaType { get; } = Find(names, ["mimetype", "mime", "m"]);

    /// <summary>The digest of the content.</summary>
    public int[] Digest { get; } = Find(names, ["digest", "k"]);

    /// <summary>The first column of each name; repeated names are ignored.</summary>
    private static int[] Find(string[] columns, string[] names) =>
        [.. names.Select(name => Array.IndexOf(columns, name)).Where(static place => place >= 0).Order()];
}

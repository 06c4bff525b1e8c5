namespace NewsDiff.Testing.Sites;

/// <summary>A request to a <see cref="ScriptedSite"/>.</summary>
/// <param name="Path">The path, without query.</param>
/// <param name="Number">How often the path has been asked for, this time included.</param>
/// <param name="IfNoneMatch">The tag that the client has, or null.</param>
/// <param name="IfModifiedSince">The time that the client has, or null.</param>
public sealed record ScriptedRequest(string Path, int Number, string? IfNoneMatch, string? IfModifiedSince)
{
    /// <summary>Whether the client asks only for what has changed.</summary>
    public bool IsConditional => IfNoneMatch is not null || IfModifiedSince is not null;
}
